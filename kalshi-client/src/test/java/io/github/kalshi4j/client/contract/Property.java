package io.github.kalshi4j.client.contract;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One property of a documented answer, in a body that has it.
 *
 * @param owner the schema that has the property
 * @param steps the way to the object, from the body's root: names and indexes
 */
record Property(
    String owner, String name, JsonNode ownerSchema, JsonNode schema, List<Object> steps) {

  String label() {
    return owner + '.' + name;
  }

  /** Returns whether this is a part of another property's value. */
  boolean isWithin(Property other) {
    List<Object> start = plus(other.steps, other.name);
    return steps.size() >= start.size() && steps.subList(0, start.size()).equals(start);
  }

  /** Returns a copy of a body in which this property has another value; null takes it out. */
  JsonNode with(JsonNode body, JsonNode value) {
    ObjectNode copy = (ObjectNode) body.deepCopy();
    ObjectNode parent = (ObjectNode) walk(copy);
    if (value == null) {
      parent.remove(name);
    } else {
      parent.set(name, value);
    }
    return copy;
  }

  JsonNode value(JsonNode body) {
    return walk(body).get(name);
  }

  private JsonNode walk(JsonNode body) {
    JsonNode node = body;
    for (Object step : steps) {
      node = step instanceof Integer index ? node.get(index) : node.get((String) step);
    }
    return node;
  }

  /** Returns every property that a schema documents and a body has, at any depth. */
  static List<Property> in(
      Specification specification, JsonNode schema, JsonNode body, String name) {
    List<Property> found = new ArrayList<>();
    collect(specification, schema, body, name, List.of(), found);
    return found;
  }

  private static void collect(
      Specification specification,
      JsonNode reference,
      JsonNode body,
      String owner,
      List<Object> steps,
      List<Property> found) {
    JsonNode schema = specification.resolve(reference);
    String name = specification.name(reference, owner);
    if (body instanceof ArrayNode array && schema.has("items")) {
      for (int i = 0; i < array.size(); i++) {
        collect(specification, schema.get("items"), array.get(i), name, plus(steps, i), found);
      }
    } else if (body instanceof ObjectNode object && schema.has("properties")) {
      schema
          .get("properties")
          .propertyStream()
          .filter(property -> object.has(property.getKey()))
          .forEach(property -> {
            found.add(new Property(name, property.getKey(), schema, property.getValue(), steps));
            collect(
                specification,
                property.getValue(),
                object.get(property.getKey()),
                name + '.' + property.getKey(),
                plus(steps, property.getKey()),
                found);
          });
    }
  }

  private static List<Object> plus(List<Object> steps, Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }
}
