package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.PrintStream;
import java.time.Duration;

/**
 * One line on a terminal that says how far long work is. It appears only once the work has taken a
 * second, changes a few times a second, and is gone when the work ends.
 */
final class Progress implements AutoCloseable {
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();
  private static final long INTERVAL = Duration.ofMillis(200).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final boolean terminal;
  private final TimeSource time;
  private long due;
  private boolean shown;

  Progress(PrintStream err, boolean terminal) {
    this(err, terminal, TimeSource.system());
  }

  Progress(PrintStream err, boolean terminal, TimeSource time) {
    this.err = err;
    this.terminal = terminal;
    this.time = time;
    this.due = time.nanoTime() + PATIENCE;
  }

  /** Shows how many of how many parts are done, and what is being worked on. */
  void at(int done, int total, String what) {
    if (!terminal || time.nanoTime() - due < 0) {
      return;
    }
    due = time.nanoTime() + INTERVAL;
    shown = true;
    err.print(CLEAR + done + " of " + total + ", " + what);
    err.flush();
  }

  @Override
  public void close() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
      shown = false;
    }
  }
}
