package io.github.kalshi4j.strategy;

import io.github.kalshi4j.strategy.candle.CandleSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants to be told, beyond the order book, trades and tickers of its markets.
 *
 * @param candles the candles it wants, each closed by the clock
 * @param references the underlyings whose prices it wants, such as {@code BTC-USD}
 * @param timer how often {@link Strategy#onTimer} is called; null for never
 */
public record Subscriptions(
    List<Candles> candles, Set<String> references, @Nullable Duration timer) {
  /** The order book, trades and tickers only. */
  public static final Subscriptions NONE = new Subscriptions(List.of(), Set.of(), null);

  public Subscriptions {
    candles = List.copyOf(candles);
    references = Set.copyOf(references);
    if (timer != null && (timer.isNegative() || timer.isZero())) {
      throw new IllegalArgumentException("timer must be positive: " + timer);
    }
  }

  public Subscriptions withCandles(CandleSource source, Duration interval) {
    List<Candles> more = new ArrayList<>(candles);
    more.add(new Candles(source, interval));
    return new Subscriptions(more, references, timer);
  }

  public Subscriptions withReferences(String... symbols) {
    Set<String> more = new TreeSet<>(references);
    more.addAll(List.of(symbols));
    return new Subscriptions(candles, more, timer);
  }

  public Subscriptions withTimer(Duration interval) {
    return new Subscriptions(candles, references, interval);
  }

  /** One kind of candle. */
  public record Candles(CandleSource source, Duration interval) {
    public Candles {
      if (interval.isNegative() || interval.isZero()) {
        throw new IllegalArgumentException("candle interval must be positive: " + interval);
      }
    }
  }
}
