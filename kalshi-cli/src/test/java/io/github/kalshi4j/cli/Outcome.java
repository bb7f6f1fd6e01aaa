package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of a command that was run within the test. */
record Outcome(int code, String out, String err) {
  private static final JsonMapper ONE_VALUE =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private interface Command {
    int run(String[] args, PrintStream out, PrintStream err);
  }

  static Outcome of(Object... arguments) {
    return of(Main::run, arguments);
  }

  /** Runs a command with these variables as its environment, and by this clock. */
  static Outcome in(Map<String, String> environment, TimeSource time, Object... arguments) {
    return of(
        (args, out, err) ->
            new Cli(new Console(out, err, false, false, environment, time)).run(args),
        arguments);
  }

  private static Outcome of(Command command, Object... arguments) {
    String[] args = new String[arguments.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = arguments[i].toString();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        command.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Fails unless the command succeeded silently. */
  Outcome succeeds() {
    assertThat(err).isEmpty();
    assertThat(code).isZero();
    return this;
  }

  /** Fails unless the command was refused as typed wrongly, in one line with these words. */
  void isUsageError(Object... words) {
    isOneLine(2, words);
  }

  /** Fails unless the command failed, in one line with these words. */
  void isFailure(Object... words) {
    isOneLine(1, words);
  }

  /** Returns the one JSON object on standard output; fails if there is anything else. */
  JsonNode json() {
    JsonNode node = ONE_VALUE.readTree(out);
    assertThat(node.isObject()).isTrue();
    return node;
  }

  private void isOneLine(int expected, Object... words) {
    assertThat(err).startsWith("kalshi: ").endsWith(System.lineSeparator());
    assertThat(err.lines()).hasSize(1);
    for (Object word : words) {
      assertThat(err).contains(word.toString());
    }
    assertThat(err).doesNotContain("Exception");
    assertThat(out).isEmpty();
    assertThat(code).isEqualTo(expected);
  }
}
