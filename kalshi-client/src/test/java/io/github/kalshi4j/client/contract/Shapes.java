package io.github.kalshi4j.client.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a schema says of a value: which properties it has, whether one fits, and another that does.
 */
final class Shapes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Shapes() {}

  /**
   * Returns the labels of all properties of the schemas that some body reaches, whether or not the
   * bodies have them.
   */
  static Set<String> labels(
      Specification specification,
      JsonNode schema,
      String owner,
      List<WireForm> forms,
      Function<WireForm, JsonNode> body) {
    Set<String> labels = new HashSet<>();
    JsonNode top = specification.resolve(schema);
    String name = specification.name(schema, owner);
    if (top.has("properties")) {
      top.get("properties").propertyNames().forEach(property -> labels.add(name + '.' + property));
    }
    for (WireForm form : forms) {
      if (body.apply(form) == null) {
        continue;
      }
      for (Property property : Property.in(specification, schema, body.apply(form), owner)) {
        property
            .ownerSchema()
            .get("properties")
            .propertyNames()
            .forEach(sibling -> labels.add(property.owner() + '.' + sibling));
      }
    }
    return labels;
  }

  /** Returns in what a body differs from its schema: kinds of values, words, and unknown names. */
  static List<String> problems(
      Specification specification, JsonNode schema, JsonNode body, String where) {
    List<String> problems = new ArrayList<>();
    check(specification, schema, body, where, problems);
    return problems;
  }

  private static void check(
      Specification specification,
      JsonNode reference,
      JsonNode value,
      String where,
      List<String> problems) {
    JsonNode schema = specification.resolve(reference);
    String type = schema.has("type") ? schema.get("type").asString() : "object";
    boolean fits =
        switch (type) {
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          default -> value.isObject();
        };
    if (!fits) {
      problems.add(where + " is no " + type + ": " + value);
      return;
    }
    if (schema.has("enum")
        && schema.get("enum").valueStream().noneMatch(word -> word.equals(value))) {
      problems.add(where + " is none of " + schema.get("enum") + ": " + value);
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(
          item -> check(specification, schema.get("items"), item, where + "[]", problems));
    }
    if (value.isObject() && schema.has("properties")) {
      value
          .propertyStream()
          .forEach(property -> {
            JsonNode inner = schema.get("properties").get(property.getKey());
            if (inner == null) {
              problems.add(where + " has no property " + property.getKey());
            } else {
              check(
                  specification,
                  inner,
                  property.getValue(),
                  where + '.' + property.getKey(),
                  problems);
            }
          });
    }
  }

  /** Returns another value that fits a property. */
  static JsonNode other(Specification specification, Property property, JsonNode value) {
    JsonNode schema = specification.resolve(property.schema());
    if (value.isArray()) {
      return NODES.arrayNode();
    }
    if (value.isBoolean()) {
      return NODES.booleanNode(!value.asBoolean());
    }
    if (value.isIntegralNumber()) {
      return NODES.numberNode(value.asLong() + 1);
    }
    if (value.isNumber()) {
      return NODES.numberNode(value.asDouble() + 0.125);
    }
    if (value.isObject()) {
      return otherObject(schema, value);
    }
    if (schema.has("enum")) {
      for (JsonNode word : schema.get("enum")) {
        if (!word.equals(value)) {
          return word;
        }
      }
    }
    return NODES.stringNode(otherText(value.asString()));
  }

  /** An object whose own properties are looked at one by one stands for itself. */
  private static JsonNode otherObject(JsonNode schema, JsonNode value) {
    if (schema.has("properties") && !schema.get("properties").isEmpty()) {
      return NODES.nullNode();
    }
    return value.deepCopy().isEmpty()
        ? NODES.objectNode().put("another", "one")
        : NODES.objectNode();
  }

  private static String otherText(String text) {
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return text.replaceAll("0*$", "").replaceAll("\\.$", "").isEmpty()
          ? "0.4300"
          : lastDigitChanged(text);
    }
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? "2026-11-27T15:15:00Z" : text + "x";
  }

  /** Changes the last digit that is not 0, so that grids and bounds are kept. */
  private static String lastDigitChanged(String number) {
    StringBuilder changed = new StringBuilder(number);
    for (int i = number.length() - 1; i >= 0; i--) {
      char c = number.charAt(i);
      if (c >= '1' && c <= '9') {
        changed.setCharAt(i, c == '1' ? '2' : (char) (c - 1));
        return changed.toString();
      }
    }
    return number.contains(".") ? "0.4300" : "1";
  }
}
