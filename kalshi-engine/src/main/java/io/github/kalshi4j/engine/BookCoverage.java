package io.github.kalshi4j.engine;

/**
 * Counts how long the book of an open market was valid, and how long it was stale after it had been
 * valid. What is before the first snapshot, after the market's close or between tapes is neither.
 */
final class BookCoverage {
  private enum State {
    ABSENT,
    VALID,
    STALE
  }

  private State state = State.ABSENT;
  private long sinceNanos;
  private long validNanos;
  private long staleNanos;

  void valid(long nanos) {
    enter(State.VALID, nanos);
  }

  void stale(long nanos) {
    if (state == State.VALID) {
      enter(State.STALE, nanos);
    }
  }

  /** The market or its tape has ended. */
  void end(long nanos) {
    enter(State.ABSENT, nanos);
  }

  long validNanos() {
    return validNanos;
  }

  long staleNanos() {
    return staleNanos;
  }

  private void enter(State next, long nanos) {
    switch (state) {
      case ABSENT -> {}
      case VALID -> validNanos += nanos - sinceNanos;
      case STALE -> staleNanos += nanos - sinceNanos;
    }
    state = next;
    sinceNanos = nanos;
  }
}
