package io.github.kalshi4j.client.contract;

import static java.util.Map.entry;

import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up a value from nothing but its schema and its name. */
final class Synthesis {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What a schema calls a string, though it must have a form that is told in prose only. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          entry("start", "0.0000"),
          entry("end", "1.0000"),
          entry("step", "0.0100"),
          entry("fee_cost", "0.5000"),
          entry("settlement_value", "0.5000"),
          entry("value", "0.5000"),
          entry("value_usd", "0.5000"),
          entry("price_level_structure", "linear_cent"),
          entry("result", "yes"),
          entry("strike_type", "greater"),
          entry("data", "{\"type\":\"value\",\"time\":7,\"id\":\"BRTI\",\"value\":\"0.5\"}"));

  private final Specification specification;
  private final boolean full;

  private Synthesis(Specification specification, boolean full) {
    this.specification = specification;
    this.full = full;
  }

  /** Returns a value with all properties. */
  static JsonNode full(Specification specification, JsonNode schema) {
    return new Synthesis(specification, true).of("", schema);
  }

  /** Returns a value with the properties that are required. */
  static JsonNode least(Specification specification, JsonNode schema) {
    return new Synthesis(specification, false).of("", schema);
  }

  private JsonNode of(String name, JsonNode reference) {
    JsonNode schema = specification.resolve(reference);
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (TEXTS.containsKey(name) && type(schema).equals("string")) {
      return NODES.stringNode(TEXTS.get(name));
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    return switch (type(schema)) {
      case "string" -> NODES.stringNode(text(name, schema));
      case "integer" -> NODES.numberNode(7);
      case "number" -> NODES.numberNode(0.5);
      case "boolean" -> NODES.booleanNode(true);
      case "array" -> array(name, schema);
      default -> object(schema);
    };
  }

  private JsonNode array(String name, JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int size = schema.has("minItems") ? schema.get("minItems").asInt() : 1;
    for (int i = 0; i < size; i++) {
      array.add(of(name, schema.get("items")));
    }
    return array;
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    if (schema.has("properties")) {
      schema
          .get("properties")
          .propertyStream()
          .filter(property -> full || specification.isRequired(schema, property.getKey()))
          .forEach(property ->
              object.set(property.getKey(), of(property.getKey(), property.getValue())));
    }
    return object;
  }

  private static String text(String name, JsonNode schema) {
    if (schema.has("format") && schema.get("format").asString().equals("date-time")) {
      return "2026-07-04T12:00:00Z";
    }
    return name.endsWith("_fp") || name.endsWith("_dollars") ? "0.5000" : "KXRAIN";
  }

  /** Returns the type of a value; that beside null, where it may be null. */
  private static String type(JsonNode schema) {
    if (!schema.has("type")) {
      return "object";
    }
    JsonNode type = schema.get("type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false)
            .map(JsonNode::asString)
            .filter(one -> !one.equals("null"))
            .findFirst()
            .orElseThrow()
        : type.asString();
  }
}
