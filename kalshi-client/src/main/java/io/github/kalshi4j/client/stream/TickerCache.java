package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the same {@link MarketTicker} for the same characters, so that messages of one market
 * allocate none. Bounded: a ticker that falls on another's place takes it.
 */
final class TickerCache {
  private static final int PLACES = 1 << 12;

  private final @Nullable Entry[] entries = new Entry[PLACES];

  MarketTicker get(CharSlice chars) {
    int place = chars.hash() & (PLACES - 1);
    Entry known = entries[place];
    if (known != null && chars.is(known.text)) {
      return known.ticker;
    }
    MarketTicker ticker = MarketTicker.of(chars.toString());
    entries[place] = new Entry(ticker);
    return ticker;
  }

  private static final class Entry {
    private final MarketTicker ticker;
    private final char[] text;

    Entry(MarketTicker ticker) {
      this.ticker = ticker;
      text = ticker.value().toCharArray();
    }
  }
}
