package io.github.kalshi4j.client.stream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What we hold in one market after a trade or a settlement. There is no sequence and no first
 * message: what was held before is asked for by REST.
 *
 * @param subscription 0 if not said
 * @param position the contracts held, netted
 * @param cost dollars that the position cost
 * @param realizedPnl dollars won or lost by what was closed
 * @param feesPaid dollars of fees in all
 * @param positionFees dollars of fees that belong to the position
 * @param volume contracts traded in all
 * @param subaccount 0 for the primary one, or 1 to 63; null if not said
 */
public record MarketPositionEvent(
    @JacksonInject(value = Envelope.SUBSCRIPTION, useInput = OptBoolean.FALSE) int subscription,
    @JsonProperty("user_id") UserId user,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("position_fp") NetPosition position,
    @JsonProperty("position_cost_dollars") Money cost,
    @JsonProperty("realized_pnl_dollars") Money realizedPnl,
    @JsonProperty("fees_paid_dollars") Money feesPaid,
    @JsonProperty("position_fee_cost_dollars") Money positionFees,
    @JsonProperty("volume_fp") Quantity volume,
    @Nullable Integer subaccount)
    implements StreamEvent {}
