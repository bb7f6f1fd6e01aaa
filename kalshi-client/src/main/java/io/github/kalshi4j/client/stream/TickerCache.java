package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the same {@link MarketTicker} for the same characters, so that messages of one market
 * allocate none. Bounded: a ticker that falls on another's place takes it.
 */
final class TickerCache {
  private static final int PLACES = 1 << 12;

  private final @Nullable MarketTicker[] tickers = new MarketTicker[PLACES];

  MarketTicker get(CharSlice chars) {
    int hash = 0;
    for (int i = 0; i < chars.length(); i++) {
      hash = 31 * hash + chars.charAt(i);
    }
    int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    MarketTicker known = tickers[place];
    if (known != null && chars.is(known.value())) {
      return known;
    }
    MarketTicker ticker = MarketTicker.of(chars.toString());
    tickers[place] = ticker;
    return ticker;
  }
}
