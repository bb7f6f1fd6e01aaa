package io.github.kalshi4j.cli;

import java.io.PrintStream;

/**
 * Where a command writes, and how much of itself it may show.
 *
 * @param out what was asked for, and nothing else
 * @param err errors and progress
 * @param terminal whether a person watches {@code err}, so that progress makes sense
 * @param debug whether errors come with their stack traces
 */
record Console(PrintStream out, PrintStream err, boolean terminal, boolean debug) {
  /** Returns what shows the progress of one long piece of work. */
  Progress progress() {
    return new Progress(err, terminal);
  }
}
