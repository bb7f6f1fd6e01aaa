package io.github.kalshi4j.engine.clock;

import java.time.Instant;

/** Times as whole nanoseconds since 1970, good until the year 2262. */
public final class EpochNanos {
  private static final long SECOND = 1_000_000_000L;

  private EpochNanos() {}

  public static Instant toInstant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  /**
   * Converts a time.
   *
   * @throws ArithmeticException if it is too far from 1970
   */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND), (long) instant.getNano());
  }
}
