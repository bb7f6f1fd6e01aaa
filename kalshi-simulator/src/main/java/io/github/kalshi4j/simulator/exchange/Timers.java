package io.github.kalshi4j.simulator.exchange;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is due at a time, in order of time, then of kind, then as it was set. A timer is never taken
 * back: what it runs looks whether it still applies.
 */
final class Timers {
  /** In the order in which they run where they are due together. */
  enum Kind {
    OPEN,
    EXPIRY,
    CLOSE,
    CLOSE_BURST,
    BOOK_END,
    SETTLEMENT
  }

  private record Timer(long micros, Kind kind, long number, Runnable action) {}

  private final PriorityQueue<Timer> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Timer::micros)
              .thenComparing(Timer::kind)
              .thenComparingLong(Timer::number));
  private long number;
  private long now = Long.MIN_VALUE;

  long now() {
    return now;
  }

  void at(long micros, Kind kind, Runnable action) {
    queue.add(new Timer(micros, kind, number++, action));
  }

  /**
   * Runs what is due up to a time, each at its own, and makes it that time.
   *
   * @throws IllegalArgumentException if that time is past
   */
  void advanceTo(long micros) {
    if (micros < now) {
      throw new IllegalArgumentException("time goes back from " + now + " to " + micros);
    }
    for (Timer next = queue.peek(); next != null && next.micros <= micros; next = queue.peek()) {
      queue.remove();
      now = Math.max(now, next.micros);
      next.action.run();
    }
    now = micros;
  }
}
