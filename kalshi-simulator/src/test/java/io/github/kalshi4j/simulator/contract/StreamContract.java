package io.github.kalshi4j.simulator.contract;

import io.github.kalshi4j.client.testing.SharedFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the exchange's {@code asyncapi.yaml} says of the frames that it sends. */
final class StreamContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, List<String>> schemasOf = new HashMap<>();
  private final Schemas schemas;

  /** Reads the specification; the test is skipped where it is absent. */
  StreamContract() {
    JsonNode root =
        new YAMLMapper().readTree(SharedFolder.file("kalshi-api/asyncapi.yaml").toFile());
    Map<String, JsonNode> frames = new HashMap<>();
    root.get("components")
        .get("schemas")
        .forEachEntry((name, schema) -> {
          JsonNode type = schema.path("properties").path("type").path("const");
          if (type.isString()) {
            frames.put(name, schema);
            schemasOf.computeIfAbsent(type.asString(), key -> new ArrayList<>()).add(name);
          }
        });
    schemas = new Schemas(root.get("components"), frames);
  }

  /** Returns what is wrong with a frame by that of its schemas which it meets best. */
  List<String> errors(String frame) {
    JsonNode json = JSON.readTree(frame);
    String type = json.path("type").asString();
    List<String> best = List.of("no frames of this type");
    boolean first = true;
    for (String name : schemasOf.getOrDefault(type, List.of())) {
      List<String> errors = schemas.errors(name, json);
      if (first || errors.size() < best.size()) {
        best = errors;
        first = false;
      }
    }
    return best.stream().map(error -> type + ' ' + error).toList();
  }
}
