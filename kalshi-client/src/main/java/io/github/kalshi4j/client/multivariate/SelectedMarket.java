package io.github.kalshi4j.client.multivariate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;

/**
 * A market that is to be part of a combo.
 *
 * @param event the event it belongs to
 * @param side the outcome on which the combo's YES depends
 */
public record SelectedMarket(
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("event_ticker") EventTicker event,
    OutcomeSide side) {
  /** Returns a market of which YES must happen. */
  public static SelectedMarket yes(EventTicker event, MarketTicker market) {
    return new SelectedMarket(market, event, OutcomeSide.YES);
  }

  /** Returns a market of which NO must happen. */
  public static SelectedMarket no(EventTicker event, MarketTicker market) {
    return new SelectedMarket(market, event, OutcomeSide.NO);
  }
}
