package io.github.kalshi4j.client.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes over the wire when an operation is called, as the exchange documents it; read from a
 * file of our own with the fields {@code operation} (verb and path template), {@code path} (the
 * path as it is sent), {@code signed}, {@code query} (name to value, or to values where the name is
 * repeated), {@code request}, {@code status} and {@code response}.
 */
record WireForm(String name, JsonNode json) {
  private static final Path FOLDER = Path.of("src/test/resources/rest");
  static final JsonMapper MAPPER = new JsonMapper();

  static WireForm read(String name) {
    try {
      return new WireForm(name, MAPPER.readTree(Files.readString(FOLDER.resolve(name + ".json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the operation's id in the specification. */
  String operationId() {
    return name.replaceAll("\\.\\d+$", "");
  }

  /** Returns the verb and the path template. */
  String operation() {
    return json.get("operation").asString();
  }

  String method() {
    return operation().substring(0, operation().indexOf(' '));
  }

  String path() {
    return json.get("path").asString();
  }

  boolean isSigned() {
    return json.get("signed").asBoolean();
  }

  JsonNode query() {
    return json.has("query") ? json.get("query") : MAPPER.createObjectNode();
  }

  /** Returns the body that is sent; null if there is none. */
  JsonNode request() {
    return json.get("request");
  }

  int status() {
    return json.get("status").asInt();
  }

  /** Returns the body that comes back; null if there is none. */
  JsonNode response() {
    return json.get("response");
  }
}
