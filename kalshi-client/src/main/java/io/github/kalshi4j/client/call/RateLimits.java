package io.github.kalshi4j.client.call;

/**
 * The token buckets of an account: how many tokens each holds, and how many come back a second.
 * Most requests cost 10. The write bucket is one of each shard.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/rate_limits">Kalshi, Rate Limits</a>
 */
public record RateLimits(Bucket read, Bucket write) {
  /** The lowest tier, which is also assumed until the account's own limits are known. */
  public static final RateLimits BASIC = new RateLimits(new Bucket(200, 600), new Bucket(100, 100));

  /**
   * One bucket.
   *
   * @param refillRate tokens that come back a second, at least 1
   * @param capacity the most tokens it holds, at least 1
   */
  public record Bucket(int refillRate, int capacity) {
    public Bucket {
      if (refillRate < 1 || capacity < 1) {
        throw new IllegalArgumentException(
            "bucket needs a refill rate and a capacity of at least 1: "
                + refillRate
                + " and "
                + capacity);
      }
    }
  }
}
