package io.github.kalshi4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry point of the {@code kalshi} command. */
public final class Main {
  /** Set by the launcher where standard error is a terminal. */
  private static final String TERMINAL = "kalshi.terminal";

  private Main() {}

  public static void main(String[] args) {
    StandardOutput stdout = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    boolean debug = "1".equals(System.getenv("KALSHI_DEBUG"));
    int code = new Cli(new Console(out, err, Boolean.getBoolean(TERMINAL), debug)).run(args);
    out.flush();
    System.exit(stdout.problem().map(problem -> lost(problem, err)).orElse(code));
  }

  /**
   * Runs a command as if it had been typed, without ending the process.
   *
   * @return 0 for success, 2 for a usage error, 1 for a failure
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    int code = new Cli(new Console(out, err, false, false)).run(args);
    out.flush();
    err.flush();
    return code;
  }

  private static int lost(String problem, PrintStream err) {
    err.println("kalshi: standard output cannot be written: " + problem);
    return Cli.FAILURE;
  }
}
