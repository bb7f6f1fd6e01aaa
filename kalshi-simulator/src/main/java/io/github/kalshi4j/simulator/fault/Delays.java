package io.github.kalshi4j.simulator.fault;

import java.time.Duration;

/** Checks delays. */
final class Delays {
  private static final Duration LONGEST = Duration.ofDays(1);

  private Delays() {}

  static void check(Duration least, Duration most) {
    if (least.isNegative() || most.compareTo(least) < 0 || most.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a delay from " + least + " to " + most);
    }
  }
}
