package io.github.kalshi4j.client.multivariate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import org.jspecify.annotations.Nullable;

/**
 * A combo, which can now be traded.
 *
 * @param market null unless it was asked for
 */
public record CreatedMarket(
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("market_ticker") MarketTicker ticker,
    @Nullable Market market) {}
