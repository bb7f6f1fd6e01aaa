package io.github.kalshi4j.client.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The one door to time: nothing else in kalshi4j asks the system clock, so that a test or a replay
 * can hold it. Implementations are safe for use by many threads.
 */
public interface TimeSource {
  /** Returns the current wall time. */
  Instant now();

  /** Returns a monotonic reading in nanoseconds, meaningful only as a difference. */
  long nanoTime();

  /**
   * Waits for a duration of this source's time.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  void sleep(Duration duration) throws InterruptedException;

  /** Returns the time of the machine. */
  static TimeSource system() {
    return SystemTimeSource.INSTANCE;
  }
}
