package io.github.kalshi4j.cli;

import java.io.PrintStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that {@code --json} prints: one object, or one a line where a command goes on. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final JsonMapper LINES = new JsonMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Prints a tree on one line. */
  static void printLine(ObjectNode object, PrintStream out) {
    out.println(LINES.writeValueAsString(object));
  }

  /** Prints a tree, or a record whose components are the keys. */
  static void print(Object object, PrintStream out) {
    out.println(MAPPER.writeValueAsString(object));
  }
}
