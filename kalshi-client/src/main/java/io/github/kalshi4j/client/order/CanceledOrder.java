package io.github.kalshi4j.client.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that was taken out of the book.
 *
 * @param canceled the contracts that had been resting
 * @param time when; null where a batch leaves it out
 */
public record CanceledOrder(
    @JsonProperty("order_id") OrderId id,
    @Nullable ClientOrderId clientOrderId,
    @JsonProperty("reduced_by") Quantity canceled,
    @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant time) {}
