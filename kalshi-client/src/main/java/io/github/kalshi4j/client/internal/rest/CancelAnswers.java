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
  /**
   * Returns the answers in the order in which the orders were given, matched by order id. Of an
   * order that has several, one that says it is canceled counts, since it then is.
   */
  List<CancelResult> inOrderOf(List<OrderAddress> sent) {
    return sent.stream().map(order -> of(order.order())).toList();
  }

  private CancelResult of(OrderId order) {
    CancelResult result = new CancelResult.Unknown(order);
    for (Item item : orders) {
      if (order.equals(item.orderId)) {
        switch (item.toResult(order)) {
          case CancelResult.Canceled canceled -> {
            return canceled;
          }
          case CancelResult.Refused refused -> result = refused;
          case CancelResult.Unknown unknown -> {}
        }
      }
    }
    return result;
  }

  record Item(
      @Nullable OrderId orderId,
      @Nullable ClientOrderId clientOrderId,
      @Nullable Quantity reducedBy,
      @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant time,
      @Nullable BatchRefusal error) {
    private CancelResult toResult(OrderId order) {
      boolean isRefused = error != null && !error.isEmpty();
      if (error != null && isRefused && !PlaceAnswers.isSome(reducedBy)) {
        return new CancelResult.Refused(order, error);
      }
      return isRefused || reducedBy == null
          ? new CancelResult.Unknown(order)
          : new CancelResult.Canceled(new CanceledOrder(order, clientOrderId, reducedBy, time));
    }
  }
}
