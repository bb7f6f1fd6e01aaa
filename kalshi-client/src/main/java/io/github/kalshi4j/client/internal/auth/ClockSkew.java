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
  private Duration low = Duration.ZERO; // by how much the exchange is ahead, at least
  private Duration high = Duration.ZERO; // and at most
  private Instant measuredAt = Instant.EPOCH; // by our clock
  private boolean known;
  private volatile Duration offset = Duration.ZERO; // read at every signature, so without the lock

  /**
   * Learns from an answer.
   *
   * @param date the answer's {@code Date}, a whole second
   * @param sent when the request left, by our clock
   * @param received when the answer was there, by our clock
   */
  public void observe(Instant date, Instant sent, Instant received) {
    learn(date, sent, received, false);
  }

  /** Learns from an answer that refused our time, and so forgets everything before it. */
  public void correct(Instant date, Instant sent, Instant received) {
    learn(date, sent, received, true);
  }

  private void learn(Instant date, Instant sent, Instant received, boolean alone) {
    if (received.isBefore(sent)) {
      return; // our clock was set back meanwhile
    }
    Duration newLow = Duration.between(received, date);
    Duration newHigh = Duration.between(sent, date).plusSeconds(1);
    lock.lock();
    try {
      if (known && !alone) {
        Duration drift = Duration.between(measuredAt, received).abs().dividedBy(DRIFT_DIVISOR);
        Duration bothLow = max(low.minus(drift), newLow);
        Duration bothHigh = min(high.plus(drift), newHigh);
        if (bothLow.compareTo(bothHigh) <= 0) {
          newLow = bothLow;
          newHigh = bothHigh;
        }
      }
      low = newLow;
      high = newHigh;
      measuredAt = received;
      known = true;
      offset = max(low, min(high, Duration.ZERO));
    } finally {
      lock.unlock();
    }
  }

  /** Returns by how much the exchange is ahead of us, zero while nothing says otherwise. */
  public Duration offset() {
    return offset;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
