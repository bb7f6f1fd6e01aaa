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
  private long capacity; // in 10⁻⁹ tokens, as are ceiling and content
  private long ceiling;
  private long content;
  private long refilledAt;

  TokenBucket(Bucket limits, long nanoTime) {
    refillRate = limits.refillRate();
    capacity = limits.capacity() * NANO;
    ceiling = capacity;
    content = capacity;
    refilledAt = nanoTime;
  }

  /** Changes the limits; what is in the bucket stays, up to the new capacity. */
  void resize(Bucket limits, long nanoTime) {
    refill(nanoTime);
    refillRate = limits.refillRate();
    capacity = limits.capacity() * NANO;
    ceiling = capacity;
    content = Math.min(content, capacity);
  }

  boolean fits(int tokens) {
    return tokens * NANO <= capacity;
  }

  /** Returns the nanoseconds until this many tokens are there; 0 if they are. */
  long nanosUntil(int tokens, long nanoTime) {
    refill(nanoTime);
    long missing = Math.max(0, tokens * NANO - content);
    long tooLow = Math.max(0, tokens * NANO - ceiling);
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
    ceiling /= 2;
  }

  private void refill(long nanoTime) {
    long elapsed = nanoTime - refilledAt;
    if (elapsed <= 0) {
      return;
    }
    refilledAt = nanoTime;
    ceiling = grown(ceiling, capacity, elapsed / SLOWER);
    content = grown(content, ceiling, elapsed);
  }

  /** Returns {@code from} after growing at the refill rate, no further than {@code to}. */
  private long grown(long from, long to, long nanos) {
    return nanos >= Math.ceilDiv(to - from, refillRate) ? to : from + nanos * refillRate;
  }
}
