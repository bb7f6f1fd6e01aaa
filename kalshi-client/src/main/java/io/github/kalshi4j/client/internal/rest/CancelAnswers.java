package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.order.CancelResult;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.PlaceResult.BatchRefusal;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exchange answers to several cancellations. */
record CancelAnswers(List<Item> orders) {
  List<CancelResult> inOrderOf(List<OrderAddress> sent) {
    return sent.stream().map(order -> of(order.order())).toList();
  }

  private CancelResult of(OrderId order) {
    for (Item item : orders) {
      if (item.orderId.equals(order)) {
        return item.error != null
            ? new CancelResult.Refused(order, item.error)
            : new CancelResult.Canceled(
                new CanceledOrder(order, item.clientOrderId, item.reducedBy, item.time));
      }
    }
    return new CancelResult.Unknown(order);
  }

  record Item(
      OrderId orderId,
      @Nullable ClientOrderId clientOrderId,
      Quantity reducedBy,
      @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant time,
      @Nullable BatchRefusal error) {}
}
