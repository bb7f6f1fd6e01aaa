package io.github.kalshi4j.client.ordergroup;

import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.value.OrderGroupId;

/**
 * A group and where it is. The exchange looks for a group on one shard only, and finds none that
 * lives on another.
 *
 * @param exchangeIndex the shard it lives on
 * @param subaccount 0 for the primary one, or 1 to 63
 */
public record OrderGroupAddress(OrderGroupId group, int exchangeIndex, int subaccount) {
  public OrderGroupAddress {
    Ranges.checkExchangeIndex(exchangeIndex);
    Ranges.checkSubaccount(subaccount);
  }

  /** Returns a group of the primary subaccount on shard 0. */
  public static OrderGroupAddress of(OrderGroupId group) {
    return new OrderGroupAddress(group, 0, 0);
  }

  /** Returns a group of the primary subaccount, by its shard. */
  public static OrderGroupAddress onShard(int exchangeIndex, OrderGroupId group) {
    return new OrderGroupAddress(group, exchangeIndex, 0);
  }

  public OrderGroupAddress withSubaccount(int value) {
    return new OrderGroupAddress(group, exchangeIndex, value);
  }
}
