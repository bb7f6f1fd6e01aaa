package io.github.kalshi4j.simulator.access;

import java.time.Duration;

/**
 * What the exchange does between a member and its engine, as far as that is left open. {@link
 * #DEFAULT} is what we think the real one does to a new member, without its delays.
 *
 * @param tier what members may ask for, and who asks without a signature; such a one has a bucket
 *     for each address
 * @param limited whether more than that is refused with 429
 * @param readLag how old orders, fills, positions, settlements and balances are when they are read,
 *     on the market's clock
 * @param cancelAllReach for how long after a member has canceled all orders those are canceled too
 *     that he places, on the market's clock; the real exchange may do so for a minute
 * @param kept for how long after its payout a market is remembered, with all trades, orders, fills,
 *     positions and settlements in it and the client order ids used in it, on the market's clock;
 *     and for how long a transfer is. There is no archive after that
 */
public record AccessPolicies(
    UsageTier tier, boolean limited, Duration readLag, Duration cancelAllReach, Duration kept) {
  private static final Duration DAY = Duration.ofDays(1);

  /** A new member, who is limited, and sees at once what he has done. */
  public static final AccessPolicies DEFAULT =
      new AccessPolicies(UsageTier.BASIC, true, Duration.ZERO, Duration.ZERO, DAY);

  /** Nobody is refused for asking too much. */
  public static final AccessPolicies UNLIMITED =
      new AccessPolicies(UsageTier.PRESTIGE, false, Duration.ZERO, Duration.ZERO, DAY);

  public AccessPolicies {
    if (readLag.isNegative() || cancelAllReach.isNegative() || !kept.isPositive()) {
      throw new IllegalArgumentException(
          "read lag %s, cancel-all reaching %s, kept for %s"
              .formatted(readLag, cancelAllReach, kept));
    }
  }

  /** Returns a copy in which members, limited, have another tier. */
  public AccessPolicies withTier(UsageTier value) {
    return new AccessPolicies(value, true, readLag, cancelAllReach, kept);
  }

  /** Returns a copy in which reads are so late. */
  public AccessPolicies withReadLag(Duration value) {
    return new AccessPolicies(tier, limited, value, cancelAllReach, kept);
  }

  /** Returns a copy in which canceling all orders reaches so far. */
  public AccessPolicies withCancelAllReach(Duration value) {
    return new AccessPolicies(tier, limited, readLag, value, kept);
  }

  /** Returns a copy that remembers paid markets for so long. */
  public AccessPolicies withKept(Duration value) {
    return new AccessPolicies(tier, limited, readLag, cancelAllReach, value);
  }
}
