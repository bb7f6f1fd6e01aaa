package io.github.kalshi4j.simulator.exchange;

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

/**
 * An order as it arrives, right or wrong: unlike a {@link LimitOrder} it may say what the exchange
 * refuses.
 *
 * @param expiration null for never
 * @param clientOrderId null for none
 * @param orderGroup null for none
 * @param shard where it is sent; null or −1 for wherever its market is
 */
public record OrderRequest(
    MarketTicker market,
    BookSide side,
    Price price,
    Quantity quantity,
    TimeInForce timeInForce,
    boolean postOnly,
    boolean reduceOnly,
    boolean cancelOnPause,
    SelfTradePrevention selfTradePrevention,
    @Nullable Instant expiration,
    @Nullable ClientOrderId clientOrderId,
    @Nullable OrderGroupId orderGroup,
    int subaccount,
    @Nullable Integer shard) {
  /** Returns what the client sends for an order. */
  public static OrderRequest from(LimitOrder order) {
    return new OrderRequest(
        order.market(),
        order.side(),
        order.price(),
        order.quantity(),
        order.timeInForce(),
        order.postOnly(),
        order.reduceOnly(),
        order.cancelOnPause(),
        order.selfTradePrevention(),
        order.expiration(),
        order.clientOrderId(),
        order.orderGroup(),
        order.subaccount(),
        order.exchangeIndex());
  }
}
