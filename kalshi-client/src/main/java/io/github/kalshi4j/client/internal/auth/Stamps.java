package io.github.kalshi4j.client.internal.auth;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each signature a millisecond of its own, because the signed text has nothing else that
 * tells two requests apart, and whether the exchange takes one signature twice is not known.
 * Signatures made on the spot take even milliseconds and those made ahead odd ones, so that the two
 * never meet.
 */
final class Stamps {
  private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);
  private final int parity;
  private final long maxLead;

  /**
   * Creates stamps of one kind.
   *
   * @param parity 0 for even milliseconds, 1 for odd ones
   * @param maxLead how many milliseconds a stamp may be ahead of the time asked for; in a burst
   *     beyond that stamps repeat rather than become invalid
   */
  Stamps(int parity, long maxLead) {
    this.parity = parity;
    this.maxLead = maxLead;
  }

  /** Returns the first free stamp at or after a time. */
  long next(long millis) {
    long wanted = millis + Math.floorMod(millis + parity, 2);
    return last.updateAndGet(
        previous ->
            previous < wanted || previous + 2 > millis + maxLead ? wanted : previous + 2);
  }
}
