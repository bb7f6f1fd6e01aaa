package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.call.RateLimits;

/**
 * A bucket of tokens that fills up again all the time. It counts billionths, so that no fraction is
 * lost however often it is asked.
 */
final class Tokens {
  private static final long BILLION = 1_000_000_000;

  private RateLimits.Bucket size;
  private long billionths;
  private long filled;

  /** Makes a full bucket. */
  Tokens(RateLimits.Bucket size, long nanos) {
    this.size = size;
    billionths = size.capacity() * BILLION;
    filled = nanos;
  }

  /** Makes it larger or smaller from now on. */
  void resize(RateLimits.Bucket newSize, long nanos) {
    fill(nanos);
    size = newSize;
    billionths = Math.min(billionths, size.capacity() * BILLION);
  }

  boolean holds(int tokens, long nanos) {
    fill(nanos);
    return billionths >= tokens * BILLION;
  }

  void take(int tokens) {
    billionths -= tokens * BILLION;
  }

  private void fill(long nanos) {
    long capacity = size.capacity() * BILLION;
    long untilFull = Math.ceilDiv(capacity - billionths, size.refillRate());
    long passed = Math.max(0, nanos - filled);
    billionths = passed >= untilFull ? capacity : billionths + passed * size.refillRate();
    filled = nanos;
  }
}
