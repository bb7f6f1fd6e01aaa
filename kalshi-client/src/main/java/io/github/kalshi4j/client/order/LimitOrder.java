package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.internal.Ranges;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An order to be placed, stated on the YES book: a bid buys YES, an ask buys NO (at the
 * complement). There are only limit orders; a market order is one of immediate-or-cancel with a far
 * price.
 *
 * @param price the worst YES price it accepts; $0 and $1 are refused
 * @param postOnly whether it is refused rather than matched on arrival
 * @param reduceOnly whether it may only shrink the position; the exchange allows it only with
 *     {@link TimeInForce#IMMEDIATE_OR_CANCEL}
 * @param cancelOnPause whether the exchange cancels it when trading is paused
 * @param selfTradePrevention what happens where it would meet an order of our own
 * @param expiration when the exchange cancels it, in whole seconds; only with {@link
 *     TimeInForce#GOOD_TILL_CANCELED}; null for never
 * @param clientOrderId our name for it, used up for good once it was sent; null to have one made
 * @param orderGroup the group to whose limit it counts; null for none
 * @param subaccount 0 for the primary one, or 1 to 63
 * @param exchangeIndex the shard on which the market lives; null if not known, which costs tokens
 *     on every shard and takes the exchange longer
 * @see <a href="https://docs.kalshi.com/api-reference/orders/create-order-v2">Kalshi, Create
 *     Order</a>
 */
public record LimitOrder(
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
    @Nullable Integer exchangeIndex) {
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
    if (expiration != null) {
      if (timeInForce != TimeInForce.GOOD_TILL_CANCELED) {
        throw new IllegalArgumentException(
            "an expiration needs good_till_canceled, not " + timeInForce.wire());
      }
      expiration = expiration.truncatedTo(ChronoUnit.SECONDS);
    }
    Ranges.checkSubaccount(subaccount);
    Ranges.checkExchangeIndex(exchangeIndex);
  }

  public static LimitOrder goodTillCanceled(
      MarketTicker market, BookSide side, Price price, Quantity quantity) {
    return of(market, side, price, quantity, TimeInForce.GOOD_TILL_CANCELED);
  }

  public static LimitOrder immediateOrCancel(
      MarketTicker market, BookSide side, Price price, Quantity quantity) {
    return of(market, side, price, quantity, TimeInForce.IMMEDIATE_OR_CANCEL);
  }

  public static LimitOrder fillOrKill(
      MarketTicker market, BookSide side, Price price, Quantity quantity) {
    return of(market, side, price, quantity, TimeInForce.FILL_OR_KILL);
  }

  /** Returns an order without further conditions. */
  public static LimitOrder of(
      MarketTicker market, BookSide side, Price price, Quantity quantity, TimeInForce timeInForce) {
    return new LimitOrder(
        market,
        side,
        price,
        quantity,
        timeInForce,
        false,
        false,
        false,
        SelfTradePrevention.TAKER_AT_CROSS,
        null,
        null,
        null,
        0,
        null);
  }

  /** Returns a copy that is refused rather than matched on arrival. */
  public LimitOrder withPostOnly(boolean value) {
    return with(draft -> draft.postOnly = value);
  }

  /** Returns a copy that may only shrink the position. */
  public LimitOrder withReduceOnly(boolean value) {
    return with(draft -> draft.reduceOnly = value);
  }

  /** Returns a copy that the exchange cancels when trading in the market is paused. */
  public LimitOrder withCancelOnPause(boolean value) {
    return with(draft -> draft.cancelOnPause = value);
  }

  /** Returns a copy with another rule for meeting an order of our own. */
  public LimitOrder withSelfTradePrevention(SelfTradePrevention value) {
    return with(draft -> draft.selfTradePrevention = value);
  }

  /** Returns a copy that is canceled at a time, cut to the whole second before it. */
  public LimitOrder withExpiration(Instant value) {
    return with(draft -> draft.expiration = value);
  }

  /** Returns a copy under this name, which must never have been used before. */
  public LimitOrder withClientOrderId(ClientOrderId value) {
    return with(draft -> draft.clientOrderId = value);
  }

  /** Returns a copy that counts to a group's limit, on whose shard the market must be. */
  public LimitOrder withOrderGroup(OrderGroupId value) {
    return with(draft -> draft.orderGroup = value);
  }

  /** Returns a copy of another subaccount, 0 to 63. */
  public LimitOrder withSubaccount(int value) {
    return with(draft -> draft.subaccount = value);
  }

  /** Returns a copy that goes straight to the shard on which its market lives. */
  public LimitOrder withExchangeIndex(int value) {
    return with(draft -> draft.exchangeIndex = value);
  }

  private LimitOrder with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new LimitOrder(
        market,
        side,
        price,
        quantity,
        timeInForce,
        draft.postOnly,
        draft.reduceOnly,
        draft.cancelOnPause,
        draft.selfTradePrevention,
        draft.expiration,
        draft.clientOrderId,
        draft.orderGroup,
        draft.subaccount,
        draft.exchangeIndex);
  }

  /** What may be changed of an order, while it is. */
  private static final class Draft {
    private boolean postOnly;
    private boolean reduceOnly;
    private boolean cancelOnPause;
    private SelfTradePrevention selfTradePrevention;
    private @Nullable Instant expiration;
    private @Nullable ClientOrderId clientOrderId;
    private @Nullable OrderGroupId orderGroup;
    private int subaccount;
    private @Nullable Integer exchangeIndex;

    Draft(LimitOrder order) {
      postOnly = order.postOnly;
      reduceOnly = order.reduceOnly;
      cancelOnPause = order.cancelOnPause;
      selfTradePrevention = order.selfTradePrevention;
      expiration = order.expiration;
      clientOrderId = order.clientOrderId;
      orderGroup = order.orderGroup;
      subaccount = order.subaccount;
      exchangeIndex = order.exchangeIndex;
    }
  }
}
