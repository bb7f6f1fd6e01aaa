package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.strategy.MarketQuote;
import io.github.kalshi4j.strategy.MarketSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The markets a strategy may enter: all, or those its selector chose at the last scan. */
final class Universe {
  private final @Nullable MarketSelector selector;
  private final long intervalNanos;
  private Set<MarketTicker> chosen = Set.of();
  private long nextScan = Long.MIN_VALUE;
  private long startUntil = Long.MAX_VALUE; // until then the scans are those of the start

  Universe(@Nullable MarketSelector selector) {
    this.selector = selector;
    this.intervalNanos = selector == null ? 0 : selector.interval().toNanos();
    if (selector != null && intervalNanos <= 0) {
      throw new IllegalArgumentException("scan interval must be positive: " + selector.interval());
    }
  }

  boolean admits(MarketTicker market) {
    return selector == null || chosen.contains(market);
  }

  /**
   * Returns whether a scan should be made at the complete update of a market.
   *
   * @param isFirst whether it is the first one of that market
   */
  boolean isDue(long nanos, boolean isFirst) {
    return selector != null && (nanos >= nextScan || (isFirst && nanos < startUntil));
  }

  /** Chooses anew among the open markets with a valid and published book. */
  void scan(long nanos, Collection<MarketState> markets) {
    if (selector == null) {
      return;
    }
    if (startUntil == Long.MAX_VALUE) {
      startUntil = nanos + intervalNanos;
    }
    if (nanos >= nextScan) {
      nextScan = nanos + intervalNanos;
    }
    List<MarketQuote> candidates = new ArrayList<>();
    for (MarketState market : markets) {
      if (market.isOpen() && market.published && market.book.isValid()) {
        candidates.add(market.quote());
      }
    }
    candidates.sort(Comparator.comparing(MarketQuote::market));
    chosen = Set.copyOf(selector.select(candidates));
  }
}
