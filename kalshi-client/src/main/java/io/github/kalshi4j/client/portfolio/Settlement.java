package io.github.kalshi4j.client.portfolio;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payout of what we held in one market.
 *
 * @param result how the market ended
 * @param yesQuantity the YES contracts held
 * @param yesTotalCost what they cost
 * @param noQuantity the NO contracts held
 * @param noTotalCost what they cost
 * @param revenue what was paid out, in whole cents
 * @param settled when it was
 * @param fee all fees paid
 * @param yesPayout what one YES contract was paid, in whole cents; null where the exchange leaves
 *     it out. The market's settlement value is exact
 */
public record Settlement(
    @JsonProperty("ticker") MarketTicker market,
    int exchangeIndex,
    @JsonProperty("event_ticker") EventTicker event,
    @JsonProperty("market_result") ResultKind result,
    @JsonProperty("yes_count_fp") Quantity yesQuantity,
    @JsonProperty("yes_total_cost_dollars") Money yesTotalCost,
    @JsonProperty("no_count_fp") Quantity noQuantity,
    @JsonProperty("no_total_cost_dollars") Money noTotalCost,
    @InUnits(Unit.CENTS) Money revenue,
    @JsonProperty("settled_time") Instant settled,
    @JsonProperty("fee_cost") Money fee,
    @JsonProperty("value") @InUnits(Unit.CENTS) @Nullable Money yesPayout) {}
