package io.github.kalshi4j.client.internal.auth;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each signature that is made on the spot a millisecond of its own, because the signed text
 * has nothing else that tells two requests apart, and whether the exchange takes one signature
 * twice is not known. All are even; {@link ReadySignatures} has the odd ones, so that the two never
 * meet.
 */
final class Stamps {
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
  private final long lead;

  /**
   * Creates stamps.
   *
   * @param lead how many milliseconds a stamp may be ahead of the time asked for, at least 1; in a
   *     burst beyond that stamps repeat rather than become invalid
   */
  Stamps(long lead) {
    this.lead = lead;
  }

  /** Returns the first free stamp at or after a time. */
  long next(long millis) {
    long wanted = millis + (millis & 1);
    return last.updateAndGet(
        previous -> previous < wanted || previous + 2 > millis + lead ? wanted : previous + 2);
  }
}
