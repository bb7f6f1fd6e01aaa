package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.OrdersApi;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Back-fill of orders. An event is the whole order, so what counts is its newest state: one that is
 * older than what was handed on, or the same, is left out. Read are the orders that rest, those
 * placed since the hole began, and each that was last seen alive.
 */
final class OrderBackfill implements Backfill<UserOrder> {
  private final OrdersApi orders;
  private final Map<OrderId, UserOrder> last = new HashMap<>();
  private @Nullable Instant newest;

  OrderBackfill(OrdersApi orders) {
    this.orders = orders;
  }

  @Override
  public boolean isNew(UserOrder order) {
    UserOrder known = last.get(order.id());
    boolean isNew = known == null || replaces(order, known);
    if (isNew) {
      last.put(order.id(), order);
      Instant time = time(order);
      if (time != null && (newest == null || time.isAfter(newest))) {
        newest = time;
      }
    }
    return isNew;
  }

  private static boolean replaces(UserOrder order, UserOrder known) {
    Instant time = time(order);
    Instant knownTime = time(known);
    if (time != null && knownTime != null && !time.equals(knownTime)) {
      return time.isAfter(knownTime);
    }
    return !isFinal(known) && !isSame(order, known);
  }

  /** Returns when an order last changed, to the millisecond, as the stream says it. */
  static @Nullable Instant time(UserOrder order) {
    Instant time = order.updated() != null ? order.updated() : order.created();
    return time == null ? null : Instant.ofEpochMilli(time.toEpochMilli());
  }

  private static boolean isFinal(UserOrder order) {
    return order.status() == UserOrder.Status.CANCELED
        || order.status() == UserOrder.Status.EXECUTED;
  }

  private static boolean isSame(UserOrder a, UserOrder b) {
    return a.status() == b.status()
        && a.price().equals(b.price())
        && a.filled().equals(b.filled())
        && a.remaining().equals(b.remaining())
        && a.initial().equals(b.initial())
        && a.takerFees().equals(b.takerFees())
        && a.makerFees().equals(b.makerFees())
        && Objects.equals(a.orderGroup(), b.orderGroup());
  }

  @Override
  public int repair(Instant since, Consumer<? super UserOrder> handler) {
    Map<OrderId, Order> found = new LinkedHashMap<>();
    read(found, OrderQuery.ALL.withStatus(OrderStatus.RESTING));
    read(found, OrderQuery.ALL.from(since));
    for (UserOrder known : last.values()) {
      if (!isFinal(known) && !found.containsKey(known.id())) {
        try {
          Order order = orders.get(known.id());
          found.put(order.id(), order);
        } catch (KalshiNotFoundException e) {
          // no longer in the live window
        }
      }
    }
    List<UserOrder> events = new ArrayList<>();
    for (Order order : found.values()) {
      UserOrder event = event(order);
      Instant time = time(event);
      if (last.containsKey(event.id()) || time == null || !time.isBefore(since)) {
        events.add(event);
      }
    }
    events.sort(
        Comparator.comparing(
            OrderBackfill::time, Comparator.nullsFirst(Comparator.naturalOrder())));
    int handed = 0;
    for (UserOrder event : events) {
      if (isNew(event)) {
        handed++;
        handler.accept(event);
      }
    }
    return handed;
  }

  private void read(Map<OrderId, Order> found, OrderQuery query) {
    try (Stream<Order> all = orders.all(query)) {
      all.forEach(order -> found.put(order.id(), order));
    }
  }

  private static UserOrder event(Order order) {
    return new UserOrder(
        0,
        order.id(),
        order.user(),
        order.clientOrderId(),
        order.market(),
        order.side(),
        order.outcome(),
        switch (order.status()) {
          case RESTING -> UserOrder.Status.RESTING;
          case CANCELED -> UserOrder.Status.CANCELED;
          case EXECUTED -> UserOrder.Status.EXECUTED;
          default -> UserOrder.Status.UNKNOWN;
        },
        order.price(),
        order.filled(),
        order.remaining(),
        order.initial(),
        order.takerFillCost(),
        order.makerFillCost(),
        order.takerFees(),
        order.makerFees(),
        order.created(),
        order.updated(),
        null,
        order.expiration(),
        order.selfTradePrevention(),
        order.orderGroup(),
        order.exchangeIndex() == null ? 0 : order.exchangeIndex(),
        order.subaccount());
  }

  @Override
  public @Nullable Instant newest() {
    return newest;
  }

  @Override
  public void forgetBefore(Instant limit) {
    last.values()
        .removeIf(order -> {
          Instant time = time(order);
          return isFinal(order) && time != null && time.isBefore(limit);
        });
  }
}
