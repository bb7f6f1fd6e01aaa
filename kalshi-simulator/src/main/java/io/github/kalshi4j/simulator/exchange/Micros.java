package io.github.kalshi4j.simulator.exchange;

import java.time.Duration;
import java.time.Instant;

/**
 * The engine's time, in microseconds since 1970. Times further away than it can tell, such as an
 * expiration that a request names for the year 300 000, become the furthest it can.
 */
final class Micros {
  private static final long PER_SECOND = 1_000_000;
  private static final long FURTHEST = Long.MAX_VALUE / PER_SECOND / 4; // so that two can be added

  private Micros() {}

  static long of(Instant time) {
    long seconds = Math.clamp(time.getEpochSecond(), -FURTHEST, FURTHEST);
    return seconds * PER_SECOND + time.getNano() / 1_000;
  }

  static long of(Duration duration) {
    long seconds = Math.clamp(duration.getSeconds(), -FURTHEST, FURTHEST);
    return seconds * PER_SECOND + duration.getNano() / 1_000;
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
  }
}
