package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Which order is meant, as a request says it. The shard searched is the one named; without one, or
 * with −1, that of the market named; without either shard 0.
 *
 * @param market null if not said
 * @param shard null if not said
 * @param subaccount 0 for the primary one
 */
public record OrderTarget(
    OrderId order, @Nullable MarketTicker market, @Nullable Integer shard, int subaccount) {
  /** Returns an order of the primary subaccount, by its market. */
  public static OrderTarget in(MarketTicker market, OrderId order) {
    return new OrderTarget(order, market, null, 0);
  }

  /** Returns what the client sends for an address. */
  public static OrderTarget from(OrderAddress address) {
    return new OrderTarget(
        address.order(), address.market(), address.exchangeIndex(), address.subaccount());
  }
}
