package io.github.kalshi4j.client.internal.rate;

import io.github.kalshi4j.client.call.RateLimits.Bucket;

/**
 * A bucket that refills continuously, counted in 10⁻⁹ tokens so that nothing is ever rounded. After
 * the exchange refuses a request for its rate, somebody else is drawing from the same bucket: it is
 * emptied, and holds only half of what it did, growing back at a tenth of its refill rate. Not safe
 * for threads: {@link RateBudget} locks.
 */
final class TokenBucket {
  private static final long NANO = 1_000_000_000L;
  private static final int SLOWER = 10;

  private long refillRate;
  private long capacity; // in 10⁻⁹ tokens, as are the content and the ceiling
  private long content;
  private long refilledAt;
  private long ceilingThen; // the ceiling when it was last set, from which it grows
  private long ceilingSetAt;

  TokenBucket(Bucket limits, long nanoTime) {
    refillRate = limits.refillRate();
    capacity = limits.capacity() * NANO;
    content = capacity;
    refilledAt = nanoTime;
    ceilingThen = capacity;
    ceilingSetAt = nanoTime;
  }

  /** Changes the limits; what is in the bucket stays, up to the new capacity. */
  void resize(Bucket limits, long nanoTime) {
    refill(nanoTime);
    refillRate = limits.refillRate();
    capacity = limits.capacity() * NANO;
    content = Math.min(content, capacity);
    ceilingThen = capacity;
    ceilingSetAt = nanoTime;
  }

  boolean fits(int tokens) {
    return tokens * NANO <= capacity;
  }

  /** Returns the nanoseconds until this many tokens are there; 0 if they are. */
  long nanosUntil(int tokens, long nanoTime) {
    refill(nanoTime);
    long missing = Math.max(0, tokens * NANO - content);
    long tooLow = Math.max(0, tokens * NANO - ceiling(nanoTime));
    return Math.max(Math.ceilDiv(missing, refillRate), Math.ceilDiv(tooLow * SLOWER, refillRate));
  }

  void take(int tokens, long nanoTime) {
    refill(nanoTime);
    content -= tokens * NANO;
  }

  /** Empties the bucket and halves it: there was less in it than we believed. */
  void shrink(long nanoTime) {
    refill(nanoTime);
    content = Math.min(content, 0);
    ceilingThen = ceiling(nanoTime) / 2;
    ceilingSetAt = nanoTime;
  }

  private void refill(long nanoTime) {
    long elapsed = nanoTime - refilledAt;
    if (elapsed > 0) {
      refilledAt = nanoTime;
      long most = ceiling(nanoTime);
      boolean fills = elapsed >= Math.ceilDiv(Math.max(0, most - content), refillRate);
      content = fills ? most : content + elapsed * refillRate;
    }
  }

  private long ceiling(long nanoTime) {
    long elapsed = Math.max(0, nanoTime - ceilingSetAt);
    boolean whole = elapsed >= Math.ceilDiv((capacity - ceilingThen) * SLOWER, refillRate);
    return whole ? capacity : ceilingThen + elapsed * refillRate / SLOWER;
  }
}
