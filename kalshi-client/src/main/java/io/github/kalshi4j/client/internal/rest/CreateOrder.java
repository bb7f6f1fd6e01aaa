package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body that places an order; what has its usual value is left out. */
record CreateOrder(
    MarketTicker ticker,
    @Nullable ClientOrderId clientOrderId,
    BookSide side,
    Quantity count,
    Price price,
    @JsonProperty("expiration_time") @InUnits(Unit.EPOCH_SECONDS) @Nullable Instant expiration,
    TimeInForce timeInForce,
    @Nullable Boolean postOnly,
    SelfTradePrevention selfTradePreventionType,
    @JsonProperty("cancel_order_on_pause") @Nullable Boolean cancelOnPause,
    @Nullable Boolean reduceOnly,
    @Nullable Integer subaccount,
    @Nullable OrderGroupId orderGroupId,
    @Nullable Integer exchangeIndex) {
  static CreateOrder of(LimitOrder order, @Nullable Integer shard) {
    return new CreateOrder(
        order.market(),
        order.clientOrderId(),
        order.side(),
        order.quantity(),
        order.price(),
        order.expiration(),
        order.timeInForce(),
        orNothing(order.postOnly()),
        order.selfTradePrevention(),
        orNothing(order.cancelOnPause()),
        orNothing(order.reduceOnly()),
        order.subaccount() == 0 ? null : order.subaccount(),
        order.orderGroup(),
        shard);
  }

  private static @Nullable Boolean orNothing(boolean value) {
    return value ? Boolean.TRUE : null;
  }
}
