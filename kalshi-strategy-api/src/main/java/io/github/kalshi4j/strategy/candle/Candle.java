package io.github.kalshi4j.strategy.candle;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Open, high, low, close and volume of one period of a market. Prices are YES prices per contract;
 * they are money because a mid may lie between two prices.
 *
 * @param start when the period begins, exchange time; it ends before {@code start + interval}
 * @param prices null if nothing happened in the period
 * @param volume contracts traded in it; always zero for candles made of mids
 * @param updates how many mids or trades it is made of
 */
public record Candle(
    MarketTicker market,
    CandleSource source,
    Instant start,
    Duration interval,
    @Nullable Prices prices,
    Quantity volume,
    long updates) {
  public Instant end() {
    return start.plus(interval);
  }

  public boolean isEmpty() {
    return prices == null;
  }

  /** The four prices of a candle in which something happened. */
  public record Prices(Money open, Money high, Money low, Money close) {}
}
