package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.HashMap;
import java.util.Map;

/**
 * The money of one paper account: cash, one signed position per market, and the fees paid. A pair
 * of YES and NO is worth exactly $1 and is paid out at once, so a position is on one side only.
 */
final class PaperAccount {
  private final BalancePrecision precision;
  private final Map<MarketTicker, Long> positions = new HashMap<>();
  private Money cash;
  private Money totalFees = Money.ZERO;

  PaperAccount(Money cash, BalancePrecision precision) {
    this.cash = cash;
    this.precision = precision;
  }

  Money cash() {
    return cash;
  }

  Money totalFees() {
    return totalFees;
  }

  BalancePrecision precision() {
    return precision;
  }

  /** Returns hundredths of a contract, positive for YES and negative for NO. */
  long position(MarketTicker market) {
    return positions.getOrDefault(market, 0L);
  }

  /** Returns the hundredths that an order on this side can close before it opens anything. */
  long closable(MarketTicker market, BookSide side) {
    long position = position(market);
    return Math.max(0, side == BookSide.BID ? -position : position);
  }

  /**
   * Returns what a fill does to cash, fees aside: the part that opens is paid for, the part that
   * closes is paid out at $1 a pair.
   */
  Money revenue(MarketTicker market, BookSide side, Price price, Quantity quantity) {
    Quantity closing = quantity.min(Quantity.ofHundredths(closable(market, side)));
    Price cost = side.outcome().toYes(price);
    return cost.complement().times(closing).minus(cost.times(quantity.minus(closing)));
  }

  /** Books a fill with what it does to cash and the fee that it is charged. */
  void book(MarketTicker market, BookSide side, Quantity quantity, Money revenue, Money fee) {
    long signed = side == BookSide.BID ? quantity.hundredths() : -quantity.hundredths();
    positions.merge(market, signed, Math::addExact);
    cash = cash.plus(revenue).minus(fee);
    totalFees = totalFees.plus(fee);
  }

  /** Pays a position out; what is below the balance precision is booked as a fee, and returned. */
  Money settle(MarketTicker market, MarketResult result) {
    Quantity quantity = Quantity.ofHundredths(Math.abs(position(market)));
    if (quantity.isZero()) {
      return Money.ZERO;
    }
    Money payout = mark(market, result);
    // a maker's fill without a trade fee: all that is charged is the alignment of the balance
    Money cut =
        new OrderFees(FeeSchedule.STANDARD, precision)
            .charge(Liquidity.MAKER, result.settlementValue(), quantity, payout)
            .net();
    cash = cash.minus(cut);
    totalFees = totalFees.plus(cut);
    return cut;
  }

  /** Ends a position at a value, to the last $0.000001, and returns what it brought. */
  Money mark(MarketTicker market, MarketResult value) {
    long position = position(market);
    OutcomeSide held = position > 0 ? OutcomeSide.YES : OutcomeSide.NO;
    Money payout = value.payoutOf(held).times(Quantity.ofHundredths(Math.abs(position)));
    positions.remove(market);
    cash = cash.plus(payout);
    return payout;
  }
}
