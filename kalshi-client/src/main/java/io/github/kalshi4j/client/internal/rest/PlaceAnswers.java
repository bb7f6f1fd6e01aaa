package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.PlaceResult.BatchRefusal;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the exchange answers to several orders: of each, either how it stands or an error. */
record PlaceAnswers(List<Item> orders) {
  /**
   * Returns the answers in the order in which the orders were given. Items are matched by client
   * order id; that their order is that of the request is not confirmed, and only used for items
   * without one.
   */
  List<PlaceResult> inOrderOf(List<LimitOrder> sent, Instant sentAt, Instant arrivesBefore) {
    List<PlaceResult> results = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      ClientOrderId id = Objects.requireNonNull(sent.get(i).clientOrderId());
      Item item = find(id, i, sent.size());
      PlaceResult known = item == null ? null : item.toResult(id);
      results.add(
          known != null
              ? known
              : new PlaceResult.Unknown(
                  new UnresolvedOrder(id, sent.get(i).market(), sentAt, arrivesBefore)));
    }
    return List.copyOf(results);
  }

  private @Nullable Item find(ClientOrderId id, int position, int sent) {
    for (Item item : orders) {
      if (id.equals(item.clientOrderId)) {
        return item;
      }
    }
    Item there = orders.size() == sent ? orders.get(position) : null;
    return there != null && there.clientOrderId == null ? there : null;
  }

  record Item(
      @Nullable OrderId orderId,
      @Nullable ClientOrderId clientOrderId,
      @Nullable Quantity fillCount,
      @Nullable Quantity remainingCount,
      @Nullable Money averageFillPrice,
      @Nullable Money averageFeePaid,
      @JsonProperty("ts_ms") @InUnits(Unit.EPOCH_MILLIS) @Nullable Instant time,
      @Nullable BatchRefusal error) {
    /**
     * Returns what it says; null if it says neither that the order was taken nor that it was not.
     */
    @Nullable PlaceResult toResult(ClientOrderId id) {
      if (error != null) {
        return new PlaceResult.Refused(id, error);
      }
      if (orderId == null || fillCount == null || remainingCount == null || time == null) {
        return null;
      }
      return new PlaceResult.Placed(
          id,
          new PlacedOrder(
              orderId, id, fillCount, remainingCount, averageFillPrice, averageFeePaid, time));
    }
  }
}
