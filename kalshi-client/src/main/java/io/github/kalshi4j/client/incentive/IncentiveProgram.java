package io.github.kalshi4j.client.incentive;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.IncentiveProgramId;
import io.github.kalshi4j.client.value.MarketId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reward for quoting or trading in one market over a period.
 *
 * @param periodReward the reward of the whole period, shared by all who earn it
 * @param paidOut whether it has been paid
 * @param discountFactorBasisPoints how much what is quoted away from the best price counts less, in
 *     hundredths of a percent; null where it does not apply
 * @param targetQuantity the contracts up to which quoting counts; null where it does not apply
 * @param maxRewardPerAccount null if there is no such limit
 */
public record IncentiveProgram(
    IncentiveProgramId id,
    MarketId marketId,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("incentive_type") IncentiveType type,
    @JsonProperty("incentive_description") String description,
    @JsonProperty("start_date") Instant start,
    @JsonProperty("end_date") Instant end,
    @InUnits(Unit.CENTICENTS) Money periodReward,
    boolean paidOut,
    @JsonProperty("discount_factor_bps") @Nullable Integer discountFactorBasisPoints,
    @JsonProperty("target_size_fp") @Nullable Quantity targetQuantity,
    @InUnits(Unit.CENTICENTS) @Nullable Money maxRewardPerAccount) {}
