package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;

/**
 * An order to be placed, stated on the YES book: a bid buys YES, an ask buys NO (at the
 * complement).
 *
 * @param price the worst YES price it accepts; $0 and $1 are refused
 * @param postOnly whether it is refused rather than matched on arrival
 * @param reduceOnly whether it may only shrink the position; the exchange allows it only with
 *     {@link TimeInForce#IMMEDIATE_OR_CANCEL}
 */
public record LimitOrder(
    MarketTicker market,
    BookSide side,
    Price price,
    Quantity quantity,
    TimeInForce timeInForce,
    boolean postOnly,
    boolean reduceOnly) {
  public LimitOrder {
    if (price.equals(Price.ZERO) || price.equals(Price.ONE)) {
      throw new IllegalArgumentException("no order may carry the price " + price);
    }
    if (quantity.isZero()) {
      throw new IllegalArgumentException("order for no contracts in " + market);
    }
    if (postOnly && timeInForce != TimeInForce.GOOD_TILL_CANCELED) {
      throw new IllegalArgumentException(
          "post-only needs good_till_canceled, not " + timeInForce.wire());
    }
    if (reduceOnly && timeInForce != TimeInForce.IMMEDIATE_OR_CANCEL) {
      throw new IllegalArgumentException(
          "reduce-only needs immediate_or_cancel, not " + timeInForce.wire());
    }
  }

  public static LimitOrder goodTillCanceled(
      MarketTicker market, BookSide side, Price price, Quantity quantity) {
    return new LimitOrder(
        market, side, price, quantity, TimeInForce.GOOD_TILL_CANCELED, false, false);
  }

  public static LimitOrder immediateOrCancel(
      MarketTicker market, BookSide side, Price price, Quantity quantity) {
    return new LimitOrder(
        market, side, price, quantity, TimeInForce.IMMEDIATE_OR_CANCEL, false, false);
  }

  public static LimitOrder fillOrKill(
      MarketTicker market, BookSide side, Price price, Quantity quantity) {
    return new LimitOrder(market, side, price, quantity, TimeInForce.FILL_OR_KILL, false, false);
  }

  public LimitOrder withPostOnly(boolean value) {
    return new LimitOrder(market, side, price, quantity, timeInForce, value, reduceOnly);
  }

  public LimitOrder withReduceOnly(boolean value) {
    return new LimitOrder(market, side, price, quantity, timeInForce, postOnly, value);
  }
}
