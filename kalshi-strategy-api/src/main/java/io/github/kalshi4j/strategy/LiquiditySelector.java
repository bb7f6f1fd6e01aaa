package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the markets that are traded most just now. It admits those with a bid, an ask, a narrow
 * enough spread and enough volume, and ranks them by the volume gained since the scan before, then
 * by how much their spread has fallen since, then by ticker. A market that the scan before did not
 * see has gained nothing, and one whose spread it did not see has fallen by nothing.
 */
public final class LiquiditySelector implements MarketSelector {
  private final Duration interval;
  private final Price maxSpread;
  private final Quantity minVolume;
  private final int maxMarkets;
  private Map<MarketTicker, MarketQuote> previous = Map.of();

  /**
   * Makes a selector that has seen nothing yet.
   *
   * @param interval the time between scans
   * @param maxSpread the widest spread admitted
   * @param minVolume the least volume since the market's opening admitted
   * @param maxMarkets how many markets are chosen at most
   */
  public LiquiditySelector(Duration interval, Price maxSpread, Quantity minVolume, int maxMarkets) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("scan interval must be positive: " + interval);
    }
    if (maxMarkets < 1) {
      throw new IllegalArgumentException("maxMarkets must be at least 1: " + maxMarkets);
    }
    this.interval = interval;
    this.maxSpread = maxSpread;
    this.minVolume = minVolume;
    this.maxMarkets = maxMarkets;
  }

  @Override
  public Duration interval() {
    return interval;
  }

  @Override
  public List<MarketTicker> select(List<MarketQuote> candidates) {
    List<MarketTicker> chosen =
        candidates.stream()
            .filter(this::admits)
            .map(this::rank)
            .sorted(Rank.BEST_FIRST)
            .limit(maxMarkets)
            .map(Rank::market)
            .toList();
    Map<MarketTicker, MarketQuote> seen = new HashMap<>();
    for (MarketQuote candidate : candidates) {
      seen.put(candidate.market(), candidate);
    }
    previous = seen;
    return chosen;
  }

  private boolean admits(MarketQuote quote) {
    return hasBothSides(quote)
        && spread(quote) <= maxSpread.centicents()
        && quote.volume().compareTo(minVolume) >= 0;
  }

  private Rank rank(MarketQuote quote) {
    MarketQuote before = previous.get(quote.market());
    if (before == null) {
      return new Rank(quote.market(), 0, 0);
    }
    return new Rank(
        quote.market(),
        quote.volume().hundredths() - before.volume().hundredths(),
        hasBothSides(before) ? spread(before) - spread(quote) : 0);
  }

  private static boolean hasBothSides(MarketQuote quote) {
    return quote.bid() != null
        && quote.bid().isAbove(Price.ZERO)
        && quote.ask() != null
        && quote.ask().isBelow(Price.ONE);
  }

  /** Returns ask minus bid in $0.0001. */
  private static long spread(MarketQuote quote) {
    return centicents(quote.ask()) - centicents(quote.bid());
  }

  private static long centicents(@Nullable Price price) {
    if (price == null) {
      throw new IllegalStateException("spread of a book with one side");
    }
    return price.centicents();
  }

  private record Rank(MarketTicker market, long volumeGained, long spreadFallen) {
    static final Comparator<Rank> BEST_FIRST =
        Comparator.comparingLong(Rank::volumeGained)
            .thenComparingLong(Rank::spreadFallen)
            .reversed()
            .thenComparing(Rank::market);
  }
}
