package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a market within one period.
 *
 * @param end when the period ends, which is in it, in seconds since 1970
 * @param trades null if there was none
 * @param previous the last price before the period; null if there was none
 * @param openInterest at the end, in hundredths of a contract
 */
public record Candle(
    long end,
    Course bid,
    Course ask,
    @Nullable Trades trades,
    @Nullable Price previous,
    long openInterest) {
  /** The course of one price. */
  public record Course(Price open, Price low, Price high, Price close) {
    static Course of(Price price) {
      return new Course(price, price, price, price);
    }

    Course then(Price price) {
      return then(of(price));
    }

    Course then(Course later) {
      return new Course(
          open,
          low.isAbove(later.low) ? later.low : low,
          high.isBelow(later.high) ? later.high : high,
          later.close);
    }
  }

  /**
   * The trades of a period.
   *
   * @param hundredths how many hundredths of a contract were traded
   * @param cost what they cost together at YES prices
   */
  public record Trades(Course prices, long hundredths, Money cost) {
    Trades then(Trades later) {
      return new Trades(
          prices.then(later.prices),
          Math.addExact(hundredths, later.hundredths),
          cost.plus(later.cost));
    }

    /** Returns the mean price of a contract, cut off at $0.000001. */
    public Money mean() {
      return Money.ofMicros(Math.multiplyExact(cost.micros(), 100L) / hundredths);
    }
  }

  /** Returns the last price up to the end; null if there was none. */
  public @Nullable Price lastPrice() {
    return trades == null ? previous : trades.prices().close();
  }

  /** Returns how much was traded. */
  public Quantity volume() {
    return Quantity.ofHundredths(trades == null ? 0 : trades.hundredths());
  }

  /** Returns both as one; the other one is the next. */
  Candle then(Candle next) {
    Trades all = trades;
    if (all == null) {
      all = next.trades;
    } else if (next.trades != null) {
      all = all.then(next.trades);
    }
    return new Candle(
        next.end, bid.then(next.bid), ask.then(next.ask), all, previous, next.openInterest);
  }

  Candle withEnd(long newEnd) {
    return new Candle(newEnd, bid, ask, trades, previous, openInterest);
  }

  /** Returns a period that follows this one and in which nothing happens. */
  Candle still(long newEnd) {
    return new Candle(
        newEnd, Course.of(bid.close()), Course.of(ask.close()), null, lastPrice(), openInterest);
  }
}
