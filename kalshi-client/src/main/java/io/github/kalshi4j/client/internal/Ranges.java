package io.github.kalshi4j.client.internal;

import org.jspecify.annotations.Nullable;

/** Checks of numbers that come with many requests. */
public final class Ranges {
  /** The last numbered subaccount; 0 is the primary one. */
  public static final int LAST_SUBACCOUNT = 63;

  private Ranges() {}

  /**
   * Checks the number of a subaccount.
   *
   * @throws IllegalArgumentException unless it is 0 to 63
   */
  public static void checkSubaccount(int subaccount) {
    if (subaccount < 0 || subaccount > LAST_SUBACCOUNT) {
      throw new IllegalArgumentException("subaccount must be 0 to 63: " + subaccount);
    }
  }

  /**
   * Checks the number of a shard, if there is one.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static void checkExchangeIndex(@Nullable Integer exchangeIndex) {
    if (exchangeIndex != null && exchangeIndex < 0) {
      throw new IllegalArgumentException("exchange index is negative: " + exchangeIndex);
    }
  }
}
