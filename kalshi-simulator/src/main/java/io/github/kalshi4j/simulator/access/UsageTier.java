package io.github.kalshi4j.simulator.access;

import io.github.kalshi4j.client.call.RateLimits;
import java.util.Locale;

/**
 * How much a member may ask of the exchange.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/rate_limits">Kalshi, Rate Limits</a>
 */
public enum UsageTier {
  /** What every new member has. */
  BASIC(RateLimits.BASIC),
  ADVANCED(300, 900, 300, 900),
  EXPERT(600, 600, 600, 1_800),
  PREMIER(1_200, 1_200, 1_200, 3_600),
  PARAGON(2_400, 2_400, 2_400, 7_200),
  PRIME(4_800, 4_800, 4_800, 14_400),
  PRESTIGE(12_000, 12_000, 9_600, 28_800);

  private final RateLimits limits;

  UsageTier(int read, int readCapacity, int write, int writeCapacity) {
    this(
        new RateLimits(
            new RateLimits.Bucket(read, readCapacity),
            new RateLimits.Bucket(write, writeCapacity)));
  }

  UsageTier(RateLimits limits) {
    this.limits = limits;
  }

  /** Returns the buckets: one of reads, and of each shard one of writes. */
  public RateLimits limits() {
    return limits;
  }

  /** Returns the exchange's word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
