package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command writes, how much of itself it may show, and what surrounds it.
 *
 * @param out what was asked for, and nothing else
 * @param err errors and progress
 * @param terminal whether a person watches {@code err}, so that progress makes sense
 * @param debug whether errors come with their stack traces
 * @param environment the variables of the environment
 * @param time the clock by which requests are signed and tried again
 * @param screen whether {@code out} is a terminal, and how large
 * @param interrupts tells a command to end that would go on
 */
record Console(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    boolean debug,
    Map<String, String> environment,
    TimeSource time,
    Screen screen,
    Interrupts interrupts) {
  Console {
    environment = Map.copyOf(environment);
  }

  /** Makes a console of which {@code out} is no terminal, and that nothing interrupts. */
  Console(
      PrintStream out,
      PrintStream err,
      boolean terminal,
      boolean debug,
      Map<String, String> environment,
      TimeSource time) {
    this(out, err, terminal, debug, environment, time, Screen.NONE, Interrupts.NONE);
  }

  /** Shows nothing of itself: the environment holds secrets. */
  @Override
  public String toString() {
    return "Console";
  }

  /** Returns what shows the progress of one long piece of work. */
  Progress progress() {
    return new Progress(err, terminal);
  }
}
