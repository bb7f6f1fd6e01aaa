package io.github.kalshi4j.simulator.contract;

import io.github.kalshi4j.client.testing.SharedFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the exchange's {@code openapi.yaml} says of answers. */
final class RestContract {
  private static final String ERROR = "Error";
  private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE");

  private record Operation(String verb, String path, String id, Set<String> statuses) {
    boolean matches(String method, String[] segments) {
      String[] own = path.split("/");
      if (!verb.equals(method) || own.length != segments.length) {
        return false;
      }
      for (int i = 0; i < own.length; i++) {
        if (!own[i].startsWith("{") && !own[i].equals(segments[i])) {
          return false;
        }
      }
      return true;
    }

    String name() {
      return verb + ' ' + path;
    }
  }

  private final JsonNode root;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonNode> bodies = new HashMap<>();
  private final Schemas schemas;

  /** Reads the specification; the test is skipped where it is absent. */
  RestContract() {
    root = new YAMLMapper().readTree(SharedFolder.file("kalshi-api/openapi.yaml").toFile());
    root.get("paths")
        .forEachEntry((path, verbs) ->
            verbs.forEachEntry((verb, json) -> {
              String method = verb.toUpperCase(Locale.ROOT);
              if (VERBS.contains(method)) {
                add(method, path, json);
              }
            }));
    bodies.put(ERROR, root.get("components").get("schemas").get("ErrorResponse"));
    schemas = new Schemas(root.get("components"), bodies);
  }

  private void add(String method, String path, JsonNode json) {
    String id = json.get("operationId").asString();
    operations.add(
        new Operation(method, path, id, Set.copyOf(json.get("responses").propertyNames())));
    json.get("responses")
        .forEachEntry((status, answer) -> {
          JsonNode schema =
              resolved(answer).path("content").path("application/json").path("schema");
          if (status.startsWith("2") && !schema.isMissingNode()) {
            bodies.put(id + status, schema);
          }
        });
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
  }

  /**
   * Returns what is wrong with an answer.
   *
   * @param path below the root, without a query
   * @param body null for none
   */
  List<String> errors(String method, String path, int status, @Nullable ObjectNode body) {
    if (status == 301 && path.endsWith("/")) {
      return List.of(); // no operation is meant, as the exchange's pages say
    }
    Optional<Operation> found = find(method, path);
    if (found.isEmpty()) {
      return status < 400
          ? List.of(method + ' ' + path + ' ' + status + " is no operation")
          : prefixed(method + " error ", errors(body));
    }
    Operation operation = found.get();
    String prefix = operation.name() + ' ' + status + ' ';
    if (status >= 400) {
      return prefixed(prefix, errors(body));
    }
    if (!operation.statuses().contains(Integer.toString(status))) {
      return List.of(prefix + "is no status of it");
    }
    String name = operation.id() + status;
    if (body == null || !bodies.containsKey(name)) {
      return body == null && !bodies.containsKey(name)
          ? List.of()
          : List.of(prefix + (body == null ? "has no body" : "has a body"));
    }
    return prefixed(prefix, schemas.errors(name, body));
  }

  /** Takes the three forms of a refusal, see {@link Departures}. */
  private List<String> errors(@Nullable ObjectNode body) {
    if (body == null) {
      return List.of("has no body");
    }
    if (body.size() == 1 && body.path("msg").isString()) {
      return List.of();
    }
    return schemas.errors(ERROR, body.size() == 1 && body.has("error") ? body.get("error") : body);
  }

  private static List<String> prefixed(String prefix, List<String> errors) {
    return errors.stream().map(error -> prefix + error).toList();
  }

  /** Returns the operation at a path, before those that take any name in its place. */
  private Optional<Operation> find(String method, String path) {
    String[] segments = path.split("/");
    Operation best = null;
    for (Operation operation : operations) {
      if (operation.matches(method, segments)
          && (best == null || operation.path().indexOf('{') < 0)) {
        best = operation;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns the operation at a path, such as {@code GET /markets/{ticker}}; null for none. */
  @Nullable String name(String method, String path) {
    return find(method, path).map(Operation::name).orElse(null);
  }
}
