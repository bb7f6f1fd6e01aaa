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
 * An order that the exchange took. It may have traded already, or be gone: an immediate-or-cancel
 * order that found nothing, or one that met an order of our own, has neither filled nor remaining
 * contracts.
 *
 * @param clientOrderId null only where the exchange leaves it out
 * @param filled contracts traded on arrival
 * @param remaining contracts that rest
 * @param averageFillPrice dollars per contract, at YES prices; null if nothing was filled
 * @param averageFee dollars per contract; null if nothing was filled
 * @param time when the exchange took it
 */
public record PlacedOrder(
    @JsonProperty("order_id") OrderId id,
    @Nullable ClientOrderId clientOrderId,
    @JsonProperty("fill_count") Quantity filled,
    @JsonProperty("remaining_count") Quantity remaining,
    @JsonProperty("average_fill_price") @Nullable Money averageFillPrice,
    @JsonProperty("average_fee_paid") @Nullable Money averageFee,
    @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) Instant time) {
  /** Returns the same with a client order id, where the exchange left it out. */
  public PlacedOrder named(ClientOrderId name) {
    return clientOrderId != null
        ? this
        : new PlacedOrder(id, name, filled, remaining, averageFillPrice, averageFee, time);
  }
}
