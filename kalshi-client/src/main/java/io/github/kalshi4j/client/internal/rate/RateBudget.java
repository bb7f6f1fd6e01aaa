package io.github.kalshi4j.client.internal.rate;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests go as fast as the exchange takes them, and no faster: one read bucket, and one
 * write bucket of each shard. Those that must wait are served by lane, and within a lane in order
 * of arrival, so that no queue of entries delays a cancellation by more than the cancellations
 * before it and its own refill.
 *
 * <p>A request that draws from several buckets takes from all at once. One that waits holds back
 * those behind it in any bucket it needs, so that a large batch is not starved by small requests.
 *
 * <p>The first in a queue sleeps until its tokens are there; the others wait until one leaves. All
 * time is {@link TimeSource} time. Safe for threads.
 */
public final class RateBudget {
  /** Shards that exist today; others are added when they are first used. */
  private static final int KNOWN_SHARDS = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TimeSource time;
  private final TreeMap<Integer, TokenBucket> writes = new TreeMap<>();
  private final List<Waiter> waiters = new ArrayList<>(); // by lane, then arrival
  private final TokenBucket read;
  private RateLimits limits;

  public RateBudget(RateLimits limits, TimeSource time) {
    this.limits = limits;
    this.time = time;
    long now = time.nanoTime();
    read = new TokenBucket(limits.read(), now);
    for (int shard = 0; shard < KNOWN_SHARDS; shard++) {
      writes.put(shard, new TokenBucket(limits.write(), now));
    }
  }

  /** Takes over the account's limits. */
  public void resize(RateLimits newLimits) {
    lock.lock();
    try {
      limits = newLimits;
      long now = time.nanoTime();
      read.resize(newLimits.read(), now);
      writes.values().forEach(bucket -> bucket.resize(newLimits.write(), now));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public RateLimits limits() {
    lock.lock();
    try {
      return limits;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the tokens are there, and takes them.
   *
   * @param patience how long at most; one that waits behind others looks at it whenever one of them
   *     leaves
   * @return whether they were taken; false if they would not have been there in time
   * @throws IllegalArgumentException if the bucket can never hold so many
   * @throws InterruptedException if the thread is interrupted while it waits; nothing is taken then
   */
  public boolean acquire(Billing billing, int tokens, WriteLane lane, Duration patience)
      throws InterruptedException {
    lock.lock();
    Waiter me = null;
    try {
      long start = time.nanoTime();
      List<TokenBucket> buckets = List.copyOf(buckets(billing, start));
      if (!buckets.stream().allMatch(bucket -> bucket.fits(tokens))) {
        throw new IllegalArgumentException(
            "request costs "
                + tokens
                + " tokens at once, but the bucket holds "
                + (billing instanceof Billing.Read ? limits.read() : limits.write()).capacity()
                + "; send less in one request");
      }
      me = new Waiter(buckets, lane);
      enqueue(me);
      while (true) {
        long now = time.nanoTime();
        long left = patience.toNanos() - (now - start);
        if (!isFirst(me)) {
          if (left <= 0) {
            return false;
          }
          changed.await();
          continue;
        }
        long wait = 0;
        for (TokenBucket bucket : me.buckets) {
          wait = Math.max(wait, bucket.nanosUntil(tokens, now));
        }
        if (wait == 0) {
          for (TokenBucket bucket : me.buckets) {
            bucket.take(tokens, now);
          }
          return true;
        }
        if (wait > left) {
          return false;
        }
        sleepUnlocked(wait);
      }
    } finally {
      if (me != null) {
        waiters.remove(me);
        changed.signalAll();
      }
      lock.unlock();
    }
  }

  /** Empties and shrinks the buckets of a request that the exchange refused for its rate. */
  public void refused(Billing billing) {
    lock.lock();
    try {
      long now = time.nanoTime();
      buckets(billing, now).forEach(bucket -> bucket.shrink(now));
    } finally {
      lock.unlock();
    }
  }

  private void sleepUnlocked(long nanos) throws InterruptedException {
    lock.unlock();
    try {
      time.sleep(Duration.ofNanos(nanos));
    } finally {
      lock.lock();
    }
  }

  private Collection<TokenBucket> buckets(Billing billing, long now) {
    return switch (billing) {
      case Billing.Read ignored -> List.of(read);
      case Billing.WriteEverywhere ignored -> writes.values();
      case Billing.Write write ->
          List.of(
              writes.computeIfAbsent(
                  write.exchangeIndex(), shard -> new TokenBucket(limits.write(), now)));
    };
  }

  private void enqueue(Waiter waiter) {
    int place = waiters.size();
    while (place > 0 && waiters.get(place - 1).lane.compareTo(waiter.lane) > 0) {
      place--;
    }
    waiters.add(place, waiter);
  }

  private boolean isFirst(Waiter waiter) {
    for (Waiter other : waiters) {
      if (other == waiter) {
        return true;
      }
      if (other.needsAnyOf(waiter.buckets)) {
        return false;
      }
    }
    throw new IllegalStateException("not waiting");
  }

  private static final class Waiter {
    private final List<TokenBucket> buckets;
    private final WriteLane lane;

    Waiter(List<TokenBucket> buckets, WriteLane lane) {
      this.buckets = buckets;
      this.lane = lane;
    }

    boolean needsAnyOf(List<TokenBucket> others) {
      return buckets.stream().anyMatch(others::contains);
    }
  }
}
