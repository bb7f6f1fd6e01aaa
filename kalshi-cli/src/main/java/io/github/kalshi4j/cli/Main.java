package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The entry point of the {@code kalshi} command. */
public final class Main {
  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL = "kalshi.terminal";

  /** Set by the launcher where standard output is a terminal. */
  private static final String SCREEN = "kalshi.screen";

  /** Where the JDK's logging finds its form; a warning is one line, like an error. */
  private static final String LOG_FORM = "java.util.logging.SimpleFormatter.format";

  /** By which the logging of the simulator's server says that nobody takes it. */
  private static final String SERVER_LOG = "slf4j.internal.verbosity";

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty(LOG_FORM) == null) {
      System.setProperty(LOG_FORM, "kalshi: %4$s: %5$s%6$s%n");
    }
    if (System.getProperty(SERVER_LOG) == null) {
      System.setProperty(SERVER_LOG, "ERROR");
    }
    StandardOutput stdout = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Map<String, String> environment = System.getenv();
    boolean debug = "1".equals(environment.get("KALSHI_DEBUG"));
    TimeSource time = TimeSource.system();
    Screen screen = Boolean.getBoolean(SCREEN) ? Terminal.of(time, environment) : Screen.NONE;
    ProcessInterrupts interrupts = new ProcessInterrupts();
    Console console =
        new Console(
            out, err, Boolean.getBoolean(TERMINAL), debug, environment, time, screen, interrupts);
    int code = new Cli(console).run(args);
    out.flush();
    int exitCode = stdout.problem().map(problem -> lost(problem, err)).orElse(code);
    interrupts.finished(exitCode);
    System.exit(exitCode);
  }

  /**
   * Runs a command as if it had been typed, without ending the process.
   *
   * @return 0 for success, 2 for a usage error, 1 for a failure
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Console console = new Console(out, err, false, false, System.getenv(), TimeSource.system());
    int code = new Cli(console).run(args);
    out.flush();
    err.flush();
    return code;
  }

  private static int lost(String problem, PrintStream err) {
    err.println("kalshi: standard output cannot be written: " + problem);
    return Cli.FAILURE;
  }
}
