package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.error.DuplicateOrderException;
import io.github.kalshi4j.client.error.OrderKilledException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our orders. A write is sent once: where no readable answer comes, an exception says so, and
 * nothing is sent again. All calls block; they may be made from any thread.
 */
public interface OrdersApi {
  /**
   * Places an order. Without a client order id it is given a random one, which the result and every
   * exception name.
   *
   * @param lane how urgent it is where the rate budget makes writes wait
   * @throws OrderOutcomeUnknownException if it left and no readable answer came: it may be working.
   *     {@link #resolve} looks it up
   * @throws OrderKilledException if it was fill-or-kill and is gone
   * @throws DuplicateOrderException if its client order id was used before
   */
  @Endpoint("POST /portfolio/events/orders")
  PlacedOrder place(LimitOrder order, WriteLane lane);

  /** Places an order in the lane of entries. */
  default PlacedOrder place(LimitOrder order) {
    return place(order, WriteLane.ENTER);
  }

  /**
   * Places several orders in one request, which costs as much as they do one by one and must fit
   * the rate budget at once. They are independent: some may be taken and others refused.
   *
   * @param lane how urgent they are where the rate budget makes writes wait
   * @return what became of each, in the order in which they were given
   * @throws OrderOutcomeUnknownException if no readable answer came, for all of them
   * @throws IllegalArgumentException if there is none, two have one client order id, or there are
   *     more than the rate budget can ever hold
   */
  @Endpoint("POST /portfolio/events/orders/batched")
  List<PlaceResult> placeAll(List<LimitOrder> orders, WriteLane lane);

  /** Places several orders in the lane of entries. */
  default List<PlaceResult> placeAll(List<LimitOrder> orders) {
    return placeAll(orders, WriteLane.ENTER);
  }

  /**
   * Cancels an order. Safe to repeat.
   *
   * @throws io.github.kalshi4j.client.error.KalshiNotFoundException if it no longer rests, or is on
   *     another shard than was said
   */
  @Endpoint("DELETE /portfolio/events/orders/{order_id}")
  CanceledOrder cancel(OrderAddress order);

  /** Cancels several orders in one request, in the order in which they are given. */
  @Endpoint("DELETE /portfolio/events/orders/batched")
  List<CancelResult> cancelAll(List<OrderAddress> orders);

  /**
   * Cancels every resting order on every shard, of all subaccounts. Orders that are placed within
   * the following minute may be canceled, too: stop placing them first.
   */
  default void cancelEverything() {
    cancelEverything(CancelScope.ALL_SUBACCOUNTS);
  }

  /** Cancels every resting order of one subaccount, or of all. */
  @Endpoint("DELETE /portfolio/events/orders")
  void cancelEverything(CancelScope scope);

  /**
   * Changes a resting order.
   *
   * @param lane how urgent it is where the rate budget makes writes wait
   */
  @Endpoint("POST /portfolio/events/orders/{order_id}/amend")
  AmendedOrder amend(Amendment amendment, WriteLane lane);

  /** Changes a resting order in the lane of entries. */
  default AmendedOrder amend(Amendment amendment) {
    return amend(amendment, WriteLane.ENTER);
  }

  /** Makes a resting order smaller; it keeps its place in the queue. */
  @Endpoint("POST /portfolio/events/orders/{order_id}/decrease")
  DecreasedOrder decrease(OrderAddress order, Decrease decrease);

  /** Returns an order; it may not be found within the first second after it was placed. */
  @Endpoint("GET /portfolio/orders/{order_id}")
  Order get(OrderId order);

  /** Returns a page of orders. */
  @Endpoint("GET /portfolio/orders")
  Page<Order> list(OrderQuery query);

  /** Returns all orders that a query means, page by page as they are asked for. */
  Stream<Order> all(OrderQuery query);

  /** Returns the contracts ahead of a resting order at its price. */
  @Endpoint("GET /portfolio/orders/{order_id}/queue_position")
  Quantity queuePosition(OrderId order);

  /** Returns the places in the queue of several resting orders. */
  @Endpoint("GET /portfolio/orders/queue_positions")
  List<QueuePosition> queuePositions(QueuePositionQuery query);

  /**
   * Finds out what became of an order that got no answer. It reads how new the exchange's answers
   * are, then the live orders of the market, then the archived ones, and never sends the order
   * again. It answers {@link Resolution.NotPlaced} only when the order can no longer arrive; until
   * then, a few seconds, {@link Resolution.StillUnknown}.
   */
  Resolution resolve(UnresolvedOrder order);

  /** Finds out what became of the first order that an exception names. */
  default Resolution resolve(OrderOutcomeUnknownException unknown) {
    return resolve(unknown.orders().getFirst());
  }
}
