package io.github.kalshi4j.simulator.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Named schemas that may refer to the components of a specification. They are stricter than it:
 * what an object may have is only what the specification names. OpenAPI's {@code nullable} becomes
 * another type, and its keywords that say nothing about values are passed over. Safe for threads.
 */
final class Schemas {
  private static final String ID = "https://kalshi4j.invalid/specification";

  private final SchemaRegistry registry;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  /**
   * Makes schemas.
   *
   * @param named by names of letters and digits
   */
  Schemas(JsonNode components, Map<String, JsonNode> named) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("components", rewritten(components));
    ObjectNode definitions = document.putObject("$defs");
    named.forEach((name, schema) -> definitions.set(name, rewritten(schema)));
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
            .build();
    registry =
        SchemaRegistry.withDefaultDialect(
            dialect,
            builder ->
                builder.schemaRegistryConfig(config).schemas(Map.of(ID, document.toString())));
  }

  /** Returns what is wrong with a value, such as {@code /orders/*}{@code /price: type}. */
  List<String> errors(String name, JsonNode value) {
    Schema schema =
        compiled.computeIfAbsent(
            name, key -> registry.getSchema(SchemaLocation.of(ID + "#/$defs/" + key)));
    List<String> errors = new ArrayList<>();
    for (Error error : schema.validate(value)) {
      String place = error.getInstanceLocation().toString().replaceAll("/\\d+(?=/|$)", "/*");
      String detail = error.getProperty() == null ? "" : ' ' + error.getProperty();
      errors.add(place + ": " + error.getKeyword() + detail);
    }
    return errors;
  }

  private static JsonNode rewritten(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> copy.add(rewritten(item)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    if (object.has("$ref")) {
      copy.set("$ref", object.get("$ref")); // what stands beside it counts for nothing
    } else {
      object.forEachEntry((name, value) -> copy.set(name, rewritten(value)));
    }
    if (copy.has("properties") && !copy.has("additionalProperties")) {
      copy.put("additionalProperties", false);
    }
    return object.path("nullable").isBoolean() && object.path("nullable").asBoolean()
        ? orNull(copy)
        : copy;
  }

  private static ObjectNode orNull(ObjectNode schema) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    either.putArray("anyOf").add(schema).addObject().put("type", "null");
    return either;
  }
}
