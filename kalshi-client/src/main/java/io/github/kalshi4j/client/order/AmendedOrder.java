package io.github.kalshi4j.client.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order after a change. What it has traded or left is told only where the change did something
 * to it.
 *
 * @param remaining contracts that rest, after any match; null if not told
 * @param filled contracts traded by the change; null if not told
 * @param averageFillPrice dollars per contract, at YES prices; null if nothing was filled
 * @param averageFee dollars per contract; null if nothing was filled
 */
public record AmendedOrder(
    @JsonProperty("order_id") OrderId id,
    @Nullable ClientOrderId clientOrderId,
    @JsonProperty("remaining_count") @Nullable Quantity remaining,
    @JsonProperty("fill_count") @Nullable Quantity filled,
    @JsonProperty("average_fill_price") @Nullable Money averageFillPrice,
    @JsonProperty("average_fee_paid") @Nullable Money averageFee,
    @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) Instant time) {}
