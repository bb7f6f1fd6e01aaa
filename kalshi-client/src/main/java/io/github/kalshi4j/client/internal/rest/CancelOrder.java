package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import org.jspecify.annotations.Nullable;

/** One cancellation of a batch. */
record CancelOrder(
    OrderId orderId,
    @Nullable Integer subaccount,
    @Nullable Integer exchangeIndex,
    @Nullable MarketTicker marketTicker) {
  static CancelOrder of(OrderAddress order, @Nullable Integer shard) {
    return new CancelOrder(order.order(), RestOrders.nonPrimary(order), shard, order.market());
  }
}
