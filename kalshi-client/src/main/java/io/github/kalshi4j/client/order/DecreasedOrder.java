package io.github.kalshi4j.client.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order after it was made smaller, with the contracts that still rest. */
public record DecreasedOrder(
    @JsonProperty("order_id") OrderId id,
    @Nullable ClientOrderId clientOrderId,
    @JsonProperty("remaining_count") Quantity remaining,
    @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) Instant time) {}
