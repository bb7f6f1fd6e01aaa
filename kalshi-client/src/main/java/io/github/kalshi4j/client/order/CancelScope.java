package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.internal.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Whose orders are canceled.
 *
 * @param subaccount 0 to 63; null for all
 */
public record CancelScope(@Nullable Integer subaccount) {
  public static final CancelScope ALL_SUBACCOUNTS = new CancelScope(null);

  public CancelScope {
    if (subaccount != null) {
      Ranges.checkSubaccount(subaccount);
    }
  }

  public static CancelScope ofSubaccount(int subaccount) {
    return new CancelScope(subaccount);
  }
}
