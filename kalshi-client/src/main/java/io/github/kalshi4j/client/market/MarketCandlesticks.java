package io.github.kalshi4j.client.market;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;

/** The candles of one market, in order of time. */
public record MarketCandlesticks(
    @JsonProperty("market_ticker") MarketTicker market, List<Candlestick> candlesticks) {
  public MarketCandlesticks {
    candlesticks = List.copyOf(candlesticks);
  }
}
