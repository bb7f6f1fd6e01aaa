package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * An order and where it is: its market, or the shard on which that lives. Without either the
 * exchange looks on shard 0 only and does not find an order that lives elsewhere, so one of them
 * must be named.
 *
 * @param market null if only the shard is known
 * @param exchangeIndex the shard; null if only the market is known
 * @param subaccount 0 for the primary one
 */
public record OrderAddress(
    OrderId order, @Nullable MarketTicker market, @Nullable Integer exchangeIndex, int subaccount) {
  public OrderAddress {
    if (market == null && exchangeIndex == null) {
      throw new IllegalArgumentException("order " + order + " needs a market or a shard");
    }
    Ranges.checkExchangeIndex(exchangeIndex);
    Ranges.checkSubaccount(subaccount);
  }

  /** Returns an order of the primary subaccount, by its market. */
  public static OrderAddress in(MarketTicker market, OrderId order) {
    return new OrderAddress(order, market, null, 0);
  }

  /** Returns an order of the primary subaccount, by its shard. */
  public static OrderAddress onShard(int exchangeIndex, OrderId order) {
    return new OrderAddress(order, null, exchangeIndex, 0);
  }

  public OrderAddress withSubaccount(int value) {
    return new OrderAddress(order, market, exchangeIndex, value);
  }
}
