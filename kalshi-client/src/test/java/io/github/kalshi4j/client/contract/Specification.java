package io.github.kalshi4j.client.contract;

import io.github.kalshi4j.client.testing.SharedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The exchange's own {@code openapi.yaml} or {@code asyncapi.yaml}, read from the shared folder;
 * tests that need it are skipped where it is absent.
 */
final class Specification {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");

  private final JsonNode root;

  /** One operation of it. */
  record Operation(String id, String verb, String path, JsonNode json) {
    String name() {
      return verb + ' ' + path;
    }

    boolean isSigned() {
      return json.has("security") && !json.get("security").isEmpty();
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private Specification(JsonNode root) {
    this.root = root;
  }

  static Specification read() {
    return read("kalshi-api/openapi.yaml");
  }

  /** Reads what the exchange says of its stream. */
  static Specification readStream() {
    return read("kalshi-api/asyncapi.yaml");
  }

  private static Specification read(String name) {
    Path file = SharedFolder.file(name);
    return new Specification(new YAMLMapper().readTree(file.toFile()));
  }

  /** Returns the schemas of all frames that the server sends, but for ping and pong. */
  Map<String, JsonNode> messages() {
    Map<String, JsonNode> messages = new LinkedHashMap<>();
    for (JsonNode operation : root.get("operations")) {
      if (operation.get("action").asString().equals("send")) {
        for (JsonNode reference : operation.get("messages")) {
          JsonNode message = resolve(reference);
          if (message.get("contentType").asString().equals("application/json")) {
            messages.put(name(reference, ""), message.get("payload"));
          }
        }
      }
    }
    return messages;
  }

  /** Returns the schemas of all commands that a client may send on the stream. */
  Map<String, JsonNode> commands() {
    Map<String, JsonNode> commands = new LinkedHashMap<>();
    root.get("components")
        .get("schemas")
        .propertyStream()
        .filter(schema -> schema.getKey().endsWith("CommandPayload"))
        .forEach(schema -> commands.put(schema.getKey(), schema.getValue()));
    return commands;
  }

  /** Returns the names of the stream's channels. */
  Set<String> channels() {
    return root.get("channels").propertyNames().stream()
        .filter(name -> !name.equals("root") && !name.equals("control_frames"))
        .collect(Collectors.toSet());
  }

  /** Returns the numbers of the stream's errors. */
  Set<Integer> errorCodes() {
    return root.get("x-error-codes")
        .get("codes")
        .valueStream()
        .map(code -> code.get("code").asInt())
        .collect(Collectors.toSet());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .filter(verb -> VERBS.contains(verb.getKey()))
                .forEach(verb ->
                    operations.add(
                        new Operation(
                            verb.getValue().get("operationId").asString(),
                            verb.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            verb.getValue()))));
    return operations;
  }

  /** Returns the query parameters of an operation, and whether each is required. */
  Map<String, Boolean> query(Operation operation) {
    Map<String, Boolean> parameters = new LinkedHashMap<>();
    List<JsonNode> all = new ArrayList<>();
    JsonNode shared = root.get("paths").get(operation.path()).get("parameters");
    if (shared != null) {
      shared.forEach(all::add);
    }
    if (operation.json().has("parameters")) {
      operation.json().get("parameters").forEach(all::add);
    }
    for (JsonNode reference : all) {
      JsonNode parameter = resolve(reference);
      if (parameter.get("in").asString().equals("query")) {
        parameters.put(
            parameter.get("name").asString(),
            parameter.has("required") && parameter.get("required").asBoolean());
      }
    }
    return parameters;
  }

  /** Returns the schema of a request's body; null if there is none. */
  JsonNode request(Operation operation) {
    JsonNode body = operation.json().get("requestBody");
    return body == null ? null : resolve(body).get("content").get("application/json").get("schema");
  }

  /** Returns the schema of the answer to a success; null if it has no body. */
  JsonNode response(Operation operation) {
    for (Map.Entry<String, JsonNode> answer : operation.json().get("responses").properties()) {
      if (answer.getKey().startsWith("2")) {
        JsonNode content = resolve(answer.getValue()).get("content");
        return content == null ? null : content.get("application/json").get("schema");
      }
    }
    return null;
  }

  int successStatus(Operation operation) {
    return operation.json().get("responses").propertyNames().stream()
        .filter(code -> code.startsWith("2"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }

  /** Follows references, and {@code allOf} of one element, to the schema itself. */
  JsonNode resolve(JsonNode node) {
    if (node.has("$ref")) {
      JsonNode target = root;
      for (String step : node.get("$ref").asString().substring(2).split("/")) {
        target = target.get(step);
      }
      return resolve(target);
    }
    if (node.has("allOf") && node.get("allOf").size() == 1) {
      return resolve(node.get("allOf").get(0));
    }
    return node;
  }

  /** Returns the name of the schema that a node refers to, or else the one it was found under. */
  String name(JsonNode node, String otherwise) {
    JsonNode reference =
        node.has("allOf") && node.get("allOf").size() == 1 ? node.get("allOf").get(0) : node;
    return reference.has("$ref")
        ? reference.get("$ref").asString().replaceAll(".*/", "")
        : otherwise;
  }

  boolean isRequired(JsonNode schema, String property) {
    return schema.has("required")
        && StreamSupport.stream(schema.get("required").spliterator(), false)
            .anyMatch(name -> name.asString().equals(property));
  }

  boolean isNullable(JsonNode property) {
    return property.has("nullable") && property.get("nullable").asBoolean()
        || resolve(property).has("nullable") && resolve(property).get("nullable").asBoolean();
  }

  /** Returns every set of words that the specification has anywhere, without the empty word. */
  Set<Set<String>> wordSets() {
    return root.findValues("enum").stream()
        .filter(node -> node.get(0) != null && node.get(0).isString())
        .map(node ->
            StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asString)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }
}
