package io.github.kalshi4j.engine.clock;

import java.time.Instant;
import java.util.PriorityQueue;

/**
 * The engine's time: nanoseconds since 1970 that only move forward, and the actions due at them.
 * Actions due at the same time run in the order in which they were scheduled. One thread.
 */
public final class Scheduler {
  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private long now;
  private long scheduled;

  /** Returns the current time in nanoseconds since 1970. */
  public long nanos() {
    return now;
  }

  public Instant now() {
    return EpochNanos.toInstant(now);
  }

  /** Returns when the next action is due, nanoseconds since 1970; the greatest long if none is. */
  public long nextDue() {
    Due next = queue.peek();
    return next == null ? Long.MAX_VALUE : next.nanos;
  }

  /** Schedules an action; one due in the past runs with the next {@link #runUntil}. */
  public void at(long nanos, Runnable action) {
    queue.add(new Due(Math.max(nanos, now), scheduled++, action));
  }

  /**
   * Runs everything due at or before a time, each at its own time, and then sets the clock to it.
   * An action may schedule more; what falls due by then is run too.
   *
   * @throws IllegalArgumentException if the time is before the current one
   */
  public void runUntil(long nanos) {
    if (nanos < now) {
      throw new IllegalArgumentException(
          "time goes back from " + now() + " to " + EpochNanos.toInstant(nanos));
    }
    for (Due next = queue.peek(); next != null && next.nanos <= nanos; next = queue.peek()) {
      queue.remove();
      now = next.nanos;
      next.action.run();
    }
    now = nanos;
  }

  /** Runs everything that is still scheduled, moving the clock along. */
  public void runAll() {
    for (Due next = queue.peek(); next != null; next = queue.peek()) {
      runUntil(next.nanos);
    }
  }

  private record Due(long nanos, long order, Runnable action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
