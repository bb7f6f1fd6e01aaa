package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants done. Prices are prices of the outcome named beside them, so that a NO
 * price cannot be mistaken for a YES price; they become YES prices where the order is made.
 */
public sealed interface Intent {
  MarketTicker market();

  /**
   * Open or add to a position by buying an outcome.
   *
   * @param limit the most to pay, a price of {@code side} on the market's grid
   * @param quantity null to leave it to the risk plan's sizer
   * @param signal why
   * @param reversal whether it follows the flattening of the opposite position, and is therefore
   *     exempt from the cooldown
   */
  record Enter(
      MarketTicker market,
      OutcomeSide side,
      Price limit,
      @Nullable Quantity quantity,
      TimeInForce timeInForce,
      boolean postOnly,
      Signal signal,
      boolean reversal)
      implements Intent {
    public Enter {
      if (limit.equals(Price.ZERO) || limit.equals(Price.ONE)) {
        throw new IllegalArgumentException("no order may carry the price " + limit);
      }
      if (quantity != null && quantity.isZero()) {
        throw new IllegalArgumentException("entry of no contracts in " + market);
      }
      if (postOnly && timeInForce != TimeInForce.GOOD_TILL_CANCELED) {
        throw new IllegalArgumentException(
            "post-only needs good_till_canceled, not " + timeInForce.wire());
      }
    }

    /** Buys at once what the book offers up to the limit; the sizer says how much. */
    public static Enter immediateOrCancel(
        MarketTicker market, OutcomeSide side, Price limit, Signal signal) {
      return new Enter(
          market, side, limit, null, TimeInForce.IMMEDIATE_OR_CANCEL, false, signal, false);
    }

    /** Rests at the limit until filled or canceled; the sizer says how much. */
    public static Enter resting(MarketTicker market, OutcomeSide side, Price limit, Signal signal) {
      return new Enter(
          market, side, limit, null, TimeInForce.GOOD_TILL_CANCELED, true, signal, false);
    }

    public Enter withQuantity(Quantity value) {
      return new Enter(market, side, limit, value, timeInForce, postOnly, signal, reversal);
    }

    public Enter asReversal() {
      return new Enter(market, side, limit, quantity, timeInForce, postOnly, signal, true);
    }
  }

  /**
   * Leave the whole position at the own side's best bid, again on each update until it is flat.
   * Never blocked by risk.
   *
   * @param rule why, such as {@code reversal}
   * @param signal what made the strategy leave; null if no signal did
   */
  record Exit(MarketTicker market, String rule, @Nullable Signal signal) implements Intent {
    /** Leaves for a reason that is no signal, such as the time. */
    public static Exit of(MarketTicker market, String rule) {
      return new Exit(market, rule, null);
    }
  }

  /**
   * Keep one resting order on each side; replaces the quote before. Both prices are YES prices: bid
   * for YES, and ask (that is, bid for NO at the complement). An order that rests at the price
   * already, with no more left than the quantity, is kept, and so is its place in the queue.
   *
   * @param bid null for no bid
   * @param ask null for no ask
   */
  record Quote(
      MarketTicker market,
      @Nullable Price bid,
      @Nullable Price ask,
      Quantity quantity,
      Signal signal)
      implements Intent {
    public Quote {
      if (quantity.isZero()) {
        throw new IllegalArgumentException("quote of no contracts in " + market);
      }
      if (bid != null && ask != null && !bid.isBelow(ask)) {
        throw new IllegalArgumentException("quote crosses itself: bid " + bid + ", ask " + ask);
      }
    }
  }

  /**
   * Cancel one order, or every resting order of the market. Never blocked by risk.
   *
   * @param order null for all
   */
  record Cancel(MarketTicker market, @Nullable ClientOrderId order) implements Intent {
    public static Cancel all(MarketTicker market) {
      return new Cancel(market, null);
    }
  }
}
