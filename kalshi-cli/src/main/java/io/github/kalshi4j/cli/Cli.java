package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.strategy.InvalidParameterException;
import io.github.kalshi4j.strategy.InvalidStrategyException;
import io.github.kalshi4j.strategy.UnknownStrategyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs one command line. Everything foreseeable that goes wrong becomes one line on standard error:
 * with exit code 2 if what was typed is at fault, with 1 if the run or its data are.
 */
final class Cli {
  static final int SUCCESS = 0;
  static final int FAILURE = 1;
  static final int USAGE = 2;

  private final Console console;

  Cli(Console console) {
    this.console = console;
  }

  int run(String[] args) {
    CommandLine commands = new CommandLine(new KalshiCommand(), new Factory(console));
    commands.setOut(new PrintWriter(console.out(), true));
    commands.setErr(new PrintWriter(console.err(), true));
    commands.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commands.setExpandAtFiles(false);
    commands.setAbbreviatedOptionsAllowed(false);
    commands.setParameterExceptionHandler((e, ignored) -> usage(e));
    commands.setExecutionExceptionHandler((e, command, ignored) -> failed(e));
    try {
      return commands.execute(args);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return failed(e);
    }
  }

  private int usage(ParameterException e) {
    return report(USAGE, e instanceof UnmatchedArgumentException u ? tell(u) : e.getMessage(), e);
  }

  private static String tell(UnmatchedArgumentException e) {
    String argument = e.getUnmatched().getFirst();
    List<String> alike = e.isUnknownOption() ? List.of() : e.getSuggestions();
    return (e.isUnknownOption() ? "unknown option '" : "unexpected argument '")
        + argument
        + "'"
        + (alike.isEmpty() ? "" : "; did you mean " + String.join(" or ", alike) + "?")
        + " ("
        + e.getCommandLine().getCommandSpec().qualifiedName()
        + " --help)";
  }

  private int failed(Throwable problem) {
    return switch (problem) {
      case UsageException e -> report(USAGE, e.getMessage(), e);
      case ParameterException e -> usage(e);
      case UnknownStrategyException e -> report(USAGE, e.getMessage(), e);
      case InvalidParameterException e -> report(USAGE, e.getMessage(), e);
      case InvalidStrategyException e -> report(FAILURE, e.getMessage(), e);
      case TapeException e -> report(FAILURE, e.getMessage(), e);
      case CommandException e -> report(FAILURE, e.getMessage(), e);
      case CancellationException e -> report(FAILURE, e.getMessage(), e);
      case KalshiException e -> report(FAILURE, Remedies.describe(e), e);
      case IOException e -> report(FAILURE, Failures.describe(e), e);
      case UncheckedIOException e when e.getCause() != null ->
          report(FAILURE, Failures.describe(e.getCause()), e);
      case OutOfMemoryError e ->
          report(
              FAILURE,
              "out of memory with a heap of "
                  + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                  + " MiB; try KALSHI_JAVA_OPTS=-Xmx2g",
              e);
      default ->
          report(
              FAILURE,
              "unexpected " + problem + (console.debug() ? "" : " (KALSHI_DEBUG=1 shows where)"),
              problem);
    };
  }

  private int report(int code, @Nullable String message, Throwable cause) {
    console.err().println("kalshi: " + Failures.oneLine(message));
    if (console.debug()) {
      cause.printStackTrace(console.err());
    }
    return code;
  }
}
