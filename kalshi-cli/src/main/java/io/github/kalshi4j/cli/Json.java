package io.github.kalshi4j.cli;

import java.io.PrintStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON object that {@code --json} prints. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Prints a tree, or a record whose components are the keys. */
  static void print(Object object, PrintStream out) {
    out.println(MAPPER.writeValueAsString(object));
  }
}
