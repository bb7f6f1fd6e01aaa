package io.github.kalshi4j.client.market;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * One leg of a combo: an outcome of another market.
 *
 * @param side the outcome on which the combo's YES depends
 * @param yesSettlementValue at what the leg's YES settled; null until it has
 */
public record SelectedLeg(
    @JsonProperty("event_ticker") @Nullable EventTicker event,
    @JsonProperty("market_ticker") @Nullable MarketTicker market,
    @Nullable OutcomeSide side,
    @JsonProperty("yes_settlement_value_dollars") @Nullable Price yesSettlementValue) {}
