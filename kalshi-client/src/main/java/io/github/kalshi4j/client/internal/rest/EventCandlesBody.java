package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.event.EventCandlesticks;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.MarketCandlesticks;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Candles as they come for an event: markets in one list, their candles in another beside it.
 *
 * @param marketCandlesticks an array, as only its elements may be null: a market without candles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventCandlesBody(
    List<MarketTicker> marketTickers,
    @Nullable List<Candlestick> @Nullable [] marketCandlesticks,
    @InUnits(Unit.EPOCH_SECONDS) Instant adjustedEndTs) {
  EventCandlesBody {
    int lists = marketCandlesticks == null ? 0 : marketCandlesticks.length;
    if (lists != marketTickers.size()) {
      throw new IllegalArgumentException(
          "candles of " + lists + " markets for the tickers of " + marketTickers.size());
    }
  }

  EventCandlesticks candles() {
    List<MarketCandlesticks> markets = new ArrayList<>();
    if (marketCandlesticks != null) {
      for (int i = 0; i < marketCandlesticks.length; i++) {
        List<Candlestick> candles = marketCandlesticks[i];
        markets.add(
            new MarketCandlesticks(marketTickers.get(i), candles == null ? List.of() : candles));
      }
    }
    return new EventCandlesticks(markets, adjustedEndTs);
  }
}
