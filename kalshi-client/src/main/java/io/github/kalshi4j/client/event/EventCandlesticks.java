package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.market.MarketCandlesticks;
import java.time.Instant;
import java.util.List;

/**
 * The candles of all markets of an event.
 *
 * @param adjustedEnd where the candles end, which is earlier than was asked for if there would have
 *     been too many; ask again from there
 */
public record EventCandlesticks(List<MarketCandlesticks> markets, Instant adjustedEnd) {
  public EventCandlesticks {
    markets = List.copyOf(markets);
  }
}
