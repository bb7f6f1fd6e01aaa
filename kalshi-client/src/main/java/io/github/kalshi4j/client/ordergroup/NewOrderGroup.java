package io.github.kalshi4j.client.ordergroup;

import io.github.kalshi4j.client.internal.Ranges;

/**
 * A group to be made.
 *
 * @param limit the most contracts of its orders that may be matched within any 15 seconds
 * @param exchangeIndex the shard it lives on for good; only orders of that shard can be in it
 * @param subaccount 0 for the primary one, or 1 to 63
 * @see <a href="https://docs.kalshi.com/api-reference/order-groups/create-order-group">Kalshi,
 *     Create Order Group</a>
 */
public record NewOrderGroup(OrderGroupLimit limit, int exchangeIndex, int subaccount) {
  public NewOrderGroup {
    Ranges.checkExchangeIndex(exchangeIndex);
    Ranges.checkSubaccount(subaccount);
  }

  /** Returns a group on shard 0, of the primary subaccount. */
  public static NewOrderGroup of(OrderGroupLimit limit) {
    return new NewOrderGroup(limit, 0, 0);
  }

  /** Returns a copy on another shard, which is that of the markets it is for. */
  public NewOrderGroup withExchangeIndex(int value) {
    return new NewOrderGroup(limit, value, subaccount);
  }

  /** Returns a copy of another subaccount, 0 to 63. */
  public NewOrderGroup withSubaccount(int value) {
    return new NewOrderGroup(limit, exchangeIndex, value);
  }
}
