package io.github.kalshi4j.client.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far the exchange's clock is ahead of ours, from the {@code Date} of its answers. A date says
 * only the second, and the exchange read its clock at some time between our sending and our
 * receiving, so that each answer gives an interval. Intervals are intersected, widened as they age,
 * and started again when one contradicts them, as after a step of either clock. The offset is that
 * of the interval which is nearest to zero: a clock that may be right is left alone.
 *
 * <p>Safe for threads.
 */
public final class ClockSkew {
  /** How fast two undisciplined clocks may drift apart: 100 µs a second. */
  private static final long DRIFT_DIVISOR = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private long low; // nanoseconds that the exchange is ahead, at least
  private long high; // and at most
  private long measuredAt; // nanoseconds since 1970, of our clock
  private boolean known;

  /**
   * Learns from an answer.
   *
   * @param date the answer's {@code Date}, a whole second
   * @param sent when the request left, by our clock
   * @param received when the answer was there, by our clock
   */
  public void observe(Instant date, Instant sent, Instant received) {
    if (received.isBefore(sent)) {
      return; // our clock was set back meanwhile
    }
    long newLow = Duration.between(received, date).toNanos();
    long newHigh = Duration.between(sent, date).plusSeconds(1).toNanos();
    long now = nanos(received);
    lock.lock();
    try {
      if (known) {
        long drift = Math.abs(now - measuredAt) / DRIFT_DIVISOR;
        long bothLow = Math.max(low - drift, newLow);
        long bothHigh = Math.min(high + drift, newHigh);
        if (bothLow <= bothHigh) {
          newLow = bothLow;
          newHigh = bothHigh;
        }
      }
      low = newLow;
      high = newHigh;
      measuredAt = now;
      known = true;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything, so that the next answer alone decides. */
  public void reset() {
    lock.lock();
    try {
      known = false;
    } finally {
      lock.unlock();
    }
  }

  /** Returns by how much the exchange is ahead of us, zero while nothing says otherwise. */
  public Duration offset() {
    lock.lock();
    try {
      if (!known || low <= 0 && high >= 0) {
        return Duration.ZERO;
      }
      return Duration.ofNanos(low > 0 ? low : high);
    } finally {
      lock.unlock();
    }
  }

  private static long nanos(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }
}
