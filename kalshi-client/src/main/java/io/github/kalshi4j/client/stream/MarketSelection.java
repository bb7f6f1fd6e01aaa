package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which markets a subscription is about. */
public sealed interface MarketSelection {
  /** Selects markets by name, at least one. */
  static MarketSelection of(MarketTicker... markets) {
    return of(Arrays.asList(markets));
  }

  /** Selects markets by name, at least one. */
  static MarketSelection of(Collection<MarketTicker> markets) {
    return new Markets(new LinkedHashSet<>(markets));
  }

  /**
   * Selects the markets of series that are open or about to open, now and for as long as the
   * subscription lasts: it follows each series from market to market. The exchange knows no such
   * filter; they are read over REST every ten seconds. A market is there from two minutes before it
   * opens until a minute after its close.
   */
  static MarketSelection series(SeriesTicker... series) {
    return new OfSeries(new LinkedHashSet<>(Arrays.asList(series)));
  }

  /** Selects every market of the exchange; not for order books. */
  static MarketSelection all() {
    return All.MARKETS;
  }

  /** These markets. */
  record Markets(Set<MarketTicker> markets) implements MarketSelection {
    public Markets {
      markets = Set.copyOf(markets);
      if (markets.isEmpty()) {
        throw new IllegalArgumentException("no market is named");
      }
    }
  }

  /** The markets of these series, as time goes on. */
  record OfSeries(Set<SeriesTicker> series) implements MarketSelection {
    public OfSeries {
      series = Set.copyOf(series);
      if (series.isEmpty()) {
        throw new IllegalArgumentException("no series is named");
      }
    }
  }

  /** All markets. */
  enum All implements MarketSelection {
    MARKETS
  }
}
