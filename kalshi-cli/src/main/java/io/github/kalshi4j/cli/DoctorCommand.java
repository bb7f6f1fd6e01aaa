package io.github.kalshi4j.cli;

import static io.github.kalshi4j.cli.Table.Column.left;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether everything is there that trading needs, and what to do where it is not. */
@Command(
    name = "doctor",
    description = {
      "Checks what trading needs, and says what to do where something is wrong.",
      "Looks at the exchange, the clock, the key and what it may do, rate limits, money and the",
      "stream. Nothing is changed, and no secret is shown. Exit code 1 if a check failed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", ExchangeOptions.WHO, ExchangeOptions.WHERE})
final class DoctorCommand implements Callable<Integer> {
  private static final int ATTEMPTS = 2;
  private static final int WIDTH = 76;

  private final Console console;

  @Mixin private final ExchangeOptions exchange;

  DoctorCommand(Console console) {
    this.console = console;
    exchange = new ExchangeOptions(console);
  }

  @Override
  public Integer call() {
    ExchangeAddress address = exchange.address();
    List<Check> checks = Examination.of(console, address, exchange.config().withAttempts(ATTEMPTS));
    boolean ok = count(checks, Check.Status.FAILED) == 0;
    if (exchange.json()) {
      Json.print(describe(address, checks, ok), console.out());
    } else {
      print(address, checks);
    }
    return ok ? Cli.SUCCESS : Cli.FAILURE;
  }

  private void print(ExchangeAddress address, List<Check> checks) {
    Table table = new Table(left(""), left(""), left(""));
    for (Check check : checks) {
      List<String> lines = wrap(check.detail(), "");
      table.row(check.status().word(), check.name(), lines.getFirst());
      lines.stream().skip(1).forEach(line -> table.row("", "", line));
      if (check.advice() != null) {
        wrap(check.advice(), "-> ").forEach(line -> table.row("", "", line));
      }
    }
    console.out().println(address);
    console.out().println();
    table.lines().stream().skip(1).forEach(console.out()::println);
    console.out().println();
    console.out().println(summary(checks));
  }

  private static String summary(List<Check> checks) {
    long warnings = count(checks, Check.Status.WARNING);
    return count(checks, Check.Status.OK)
        + " ok, "
        + Shown.count(warnings, "warning")
        + ", "
        + count(checks, Check.Status.FAILED)
        + " failed, "
        + count(checks, Check.Status.SKIPPED)
        + " skipped";
  }

  /** Breaks a text at spaces; the lines after the first stand under its beginning. */
  private static List<String> wrap(String text, String mark) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(mark);
    for (String word : text.split(" ")) {
      if (line.length() > mark.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(" ".repeat(mark.length()));
      }
      line.append(line.length() > mark.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static ObjectNode describe(ExchangeAddress address, List<Check> checks, boolean ok) {
    ObjectNode root = address.json();
    root.put("streamUrl", address.streamUrl().toString());
    ArrayNode array = root.putArray("checks");
    for (Check check : checks) {
      ObjectNode node = array.addObject();
      node.put("name", check.name());
      node.put("status", check.status().word());
      node.put("detail", check.detail());
      node.put("advice", check.advice());
    }
    return root.put("ok", ok);
  }

  private static long count(List<Check> checks, Check.Status status) {
    return checks.stream().filter(check -> check.status() == status).count();
  }
}
