package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/** The body that makes an order smaller. */
record DecreaseOrder(
    @Nullable Quantity reduceBy,
    @Nullable Quantity reduceTo,
    @Nullable Integer exchangeIndex,
    @Nullable MarketTicker marketTicker) {
  static DecreaseOrder of(OrderAddress order, Decrease decrease, @Nullable Integer shard) {
    return switch (decrease) {
      case Decrease.By by -> new DecreaseOrder(by.quantity(), null, shard, order.market());
      case Decrease.To to -> new DecreaseOrder(null, to.quantity(), shard, order.market());
    };
  }
}
