package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;

/**
 * What we hold in all markets of one event.
 *
 * @param totalCost dollars of all that was traded
 * @param totalCostContracts contracts of all that was traded, YES and NO alike
 * @param exposure what is held cost, all markets of the event taken together
 * @param realizedPnl profit and loss of what was closed, before fees
 * @param feesPaid fees of all fills
 */
public record EventPosition(
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("total_cost_dollars") Money totalCost,
    @JsonProperty("total_cost_shares_fp") Quantity totalCostContracts,
    @JsonProperty("event_exposure_dollars") Money exposure,
    @JsonProperty("realized_pnl_dollars") Money realizedPnl,
    @JsonProperty("fees_paid_dollars") Money feesPaid) {}
