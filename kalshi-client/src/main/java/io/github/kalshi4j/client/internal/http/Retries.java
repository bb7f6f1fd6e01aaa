package io.github.kalshi4j.client.internal.http;

import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * How often and after how long something is tried again: delays double from the first to the
 * longest, and each is drawn from its upper half, so that many clients do not come back together.
 *
 * @param attempts at most, the first included
 * @param random a number from 0 to below the one it is given
 */
public record Retries(
    int attempts, Duration first, Duration longest, TimeSource time, LongUnaryOperator random) {
  /** Waits before the attempt after this many have failed. */
  void pause(int failed) throws InterruptedException {
    long nanos = first.toNanos() << Math.min(failed - 1, 20);
    long most = nanos <= 0 ? longest.toNanos() : Math.min(nanos, longest.toNanos());
    if (most > 0) {
      time.sleep(Duration.ofNanos(most / 2 + random.applyAsLong(most / 2 + 1)));
    }
  }
}
