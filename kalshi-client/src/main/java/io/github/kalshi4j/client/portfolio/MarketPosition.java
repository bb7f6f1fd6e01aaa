package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import java.time.Instant;

/**
 * What we hold in one market.
 *
 * @param totalTraded dollars of all that was traded
 * @param position the contracts held, netted
 * @param exposure what the position cost and can still lose
 * @param realizedPnl profit and loss of what was closed, before fees
 * @param feesPaid fees of all fills
 */
public record MarketPosition(
    @JsonProperty("ticker") MarketTicker market,
    int exchangeIndex,
    @JsonProperty("total_traded_dollars") Money totalTraded,
    @JsonProperty("position_fp") NetPosition position,
    @JsonProperty("market_exposure_dollars") Money exposure,
    @JsonProperty("realized_pnl_dollars") Money realizedPnl,
    @JsonProperty("fees_paid_dollars") Money feesPaid,
    @JsonProperty("last_updated_ts") Instant updated) {}
