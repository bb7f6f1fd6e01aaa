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
   * order id; an item without one by its place, but only where nothing speaks against it: there are
   * as many items as orders, and each item that has an id stands where its order stood. What the
   * answer leaves open, or contradicts itself about, is unknown.
   */
  List<PlaceResult> inOrderOf(List<LimitOrder> sent, Instant sentAt, Instant arrivesBefore) {
    List<ClientOrderId> ids =
        sent.stream().map(order -> Objects.requireNonNull(order.clientOrderId())).toList();
    boolean isInOrder = isInOrderOf(ids);
    List<PlaceResult> results = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      ClientOrderId id = ids.get(i);
      PlaceResult known = named(id);
      if (known == null && isInOrder && orders.get(i).clientOrderId == null) {
        known = orders.get(i).toResult(id);
      }
      results.add(
          known != null
              ? known
              : new PlaceResult.Unknown(
                  new UnresolvedOrder(id, sent.get(i).market(), sentAt, arrivesBefore)));
    }
    return List.copyOf(results);
  }

  private boolean isInOrderOf(List<ClientOrderId> ids) {
    if (orders.size() != ids.size()) {
      return false;
    }
    for (int i = 0; i < ids.size(); i++) {
      ClientOrderId there = orders.get(i).clientOrderId;
      if (there != null && !there.equals(ids.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns what the items of this id say; null if there is none or they do not say the same. */
  private @Nullable PlaceResult named(ClientOrderId id) {
    PlaceResult first = null;
    boolean isFirst = true;
    for (Item item : orders) {
      if (id.equals(item.clientOrderId)) {
        PlaceResult result = item.toResult(id);
        if (!isFirst && !Objects.equals(result, first)) {
          return null;
        }
        first = result;
        isFirst = false;
      }
    }
    return first;
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
     * Returns what it says; null if it says neither that the order was taken nor that it was not,
     * or both.
     */
    @Nullable PlaceResult toResult(ClientOrderId id) {
      if (error != null && !error.isEmpty()) {
        return isSome(fillCount) || isSome(remainingCount)
            ? null
            : new PlaceResult.Refused(id, error);
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

  /** Returns whether contracts are spoken of. */
  static boolean isSome(@Nullable Quantity quantity) {
    return quantity != null && !quantity.isZero();
  }
}
