package io.github.kalshi4j.strategy.candle;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.candle.Candle.Prices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the candles of one market from mids or trades. Periods are multiples of the interval since
 * 1970 and are closed by the clock, whether anything happened in them or not: from the period of
 * the first call on, every period gives exactly one candle.
 *
 * <p>All times are the exchange's. What happens exactly at the end of a period belongs to the next
 * one. Time never goes back here: an update older than the open period arrived too late for its own
 * candle, which may have been acted upon, and counts into the open one; a clock that goes back
 * changes nothing. Used by one thread.
 */
public final class CandleBuilder {
  private final MarketTicker market;
  private final CandleSource source;
  private final Duration interval;
  private final long intervalNanos;
  private @Nullable Instant start; // of the open period; null before the first call
  private @Nullable Prices prices;
  private long volumeHundredths;
  private long updates;

  /**
   * Makes a builder that has seen nothing yet.
   *
   * @throws IllegalArgumentException if the interval is not positive
   */
  public CandleBuilder(MarketTicker market, CandleSource source, Duration interval) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("candle interval must be positive: " + interval);
    }
    this.market = market;
    this.source = source;
    this.interval = interval;
    this.intervalNanos = interval.toNanos();
  }

  public MarketTicker market() {
    return market;
  }

  public CandleSource source() {
    return source;
  }

  public Duration interval() {
    return interval;
  }

  /** Returns whether the open period has seen an update. */
  public boolean hasUpdates() {
    return updates > 0;
  }

  /** Returns when the open period ends; empty before the first call. */
  public Optional<Instant> nextClose() {
    return start == null ? Optional.empty() : Optional.of(start.plus(interval));
  }

  /** Closes every period that has ended by now, and returns their candles, oldest first. */
  public List<Candle> advanceTo(Instant exchangeNow) {
    if (start == null) {
      start = startOfPeriod(exchangeNow);
      return List.of();
    }
    if (exchangeNow.isBefore(start.plus(interval))) {
      return List.of();
    }
    List<Candle> closed = new ArrayList<>();
    for (Instant next = start.plus(interval);
        !exchangeNow.isBefore(next);
        next = next.plus(interval)) {
      closed.add(
          new Candle(
              market,
              source,
              start,
              interval,
              prices,
              Quantity.ofHundredths(volumeHundredths),
              updates));
      start = next;
      prices = null;
      volumeHundredths = 0;
      updates = 0;
    }
    return List.copyOf(closed);
  }

  /**
   * Takes the middle of a two-sided book, exactly, and returns the candles that its time closes. To
   * candles made of trades it only tells the time.
   */
  public List<Candle> mid(Price bid, Price ask, Instant at) {
    List<Candle> closed = advanceTo(at);
    if (source == CandleSource.MIDS) {
      // half of (bid + ask), each in $0.0001, is a whole number of $0.00005
      take(Money.ofMicros((bid.centicents() + ask.centicents()) * 50));
    }
    return closed;
  }

  /**
   * Takes a public trade, and returns the candles that its time closes. To candles made of mids it
   * only tells the time.
   *
   * @param price the YES price
   */
  public List<Candle> trade(Price price, Quantity quantity, Instant at) {
    List<Candle> closed = advanceTo(at);
    if (source == CandleSource.TRADES) {
      take(price.perContract());
      volumeHundredths = Math.addExact(volumeHundredths, quantity.hundredths());
    }
    return closed;
  }

  private void take(Money price) {
    prices =
        prices == null
            ? new Prices(price, price, price, price)
            : new Prices(prices.open(), prices.high().max(price), prices.low().min(price), price);
    updates++;
  }

  private Instant startOfPeriod(Instant time) {
    long nanos =
        Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    long begin = nanos - Math.floorMod(nanos, intervalNanos);
    return Instant.ofEpochSecond(
        Math.floorDiv(begin, 1_000_000_000L), Math.floorMod(begin, 1_000_000_000L));
  }
}
