package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Back-fill of orders. An event is the whole order, so what counts is its newest state: one that is
 * older than what was handed on, or the same, is left out. Read are the orders that rest, those
 * placed since the hole began, and each that was last seen alive; or all that there are, where it
 * is not known which were alive when the hole began.
 *
 * <p>The exchange tells of a change by its millisecond, and of two in one only the stream tells
 * which came first. So where the times are the same, or one is not said, and one of the two states
 * was read, it is the progress of the order that decides: it ends, it is filled, what remains
 * shrinks.
 */
final class OrderBackfill implements Backfill<UserOrder> {
  /** How a state became known. */
  private enum Origin {
    STREAM,
    READ,
    /** Read, but not handed on, as it may be from before the subscription. */
    NOTED
  }

  private record Known(UserOrder order, Origin origin) {}

  private final Function<OrderQuery, Stream<Order>> orders;
  private final Function<OrderId, Order> order;
  private final Map<OrderId, Known> last = new HashMap<>();

  /**
   * Creates a back-fill.
   *
   * @param orders reads over REST what a query names
   * @param order reads one order; throws {@link KalshiNotFoundException} if there is none
   */
  OrderBackfill(Function<OrderQuery, Stream<Order>> orders, Function<OrderId, Order> order) {
    this.orders = orders;
    this.order = order;
  }

  @Override
  public boolean isNew(UserOrder order, boolean read) {
    Known known = last.get(order.id());
    boolean isNew = known == null || replaces(order, read, known);
    if (isNew) {
      last.put(order.id(), new Known(order, read ? Origin.READ : Origin.STREAM));
    }
    return isNew;
  }

  private static boolean replaces(UserOrder order, boolean read, Known known) {
    UserOrder before = known.order;
    if (known.origin == Origin.NOTED) {
      return true; // it was never handed on
    }
    if (isFinal(before) && !isFinal(order)) {
      return false;
    }
    Instant time = order.updated();
    Instant timeBefore = before.updated();
    if (time != null && timeBefore != null && time.toEpochMilli() != timeBefore.toEpochMilli()) {
      return time.isAfter(timeBefore);
    }
    if (!read && known.origin == Origin.STREAM) {
      return !isFinal(before) && !isSame(order, before);
    }
    return isFinal(order)
        ? !isFinal(before)
        : order.filled().compareTo(before.filled()) > 0
            || (order.filled().equals(before.filled())
                && order.remaining().compareTo(before.remaining()) < 0);
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

  /** An order that rested when the subscription began may end in a hole, unseen until then. */
  @Override
  public boolean needsBaseline() {
    return true;
  }

  @Override
  public void note(UserOrder order) {
    if (!isFinal(order)) {
      last.putIfAbsent(order.id(), new Known(order, Origin.NOTED));
    }
  }

  @Override
  public Supplier<List<UserOrder>> reading(Instant since, boolean fromKnown) {
    List<OrderId> alive =
        last.values().stream()
            .filter(known -> !isFinal(known.order))
            .map(known -> known.order.id())
            .toList();
    return () -> fromKnown ? read(since, alive) : readAll(since);
  }

  private List<UserOrder> readAll(Instant since) {
    Map<OrderId, Order> found = new LinkedHashMap<>();
    read(found, OrderQuery.ALL);
    return sorted(
        found.values(),
        order -> {
          Instant time = time(order);
          return !isFinal(order) || time == null || !time.isBefore(since);
        });
  }

  private List<UserOrder> read(Instant since, List<OrderId> alive) {
    Map<OrderId, Order> found = new LinkedHashMap<>();
    read(found, OrderQuery.ALL.withStatus(OrderStatus.RESTING));
    read(found, OrderQuery.ALL.from(since));
    for (OrderId id : alive) {
      if (!found.containsKey(id)) {
        try {
          found.put(id, order.apply(id));
        } catch (KalshiNotFoundException e) {
          // no longer in the live window
        }
      }
    }
    return sorted(found.values(), order -> true);
  }

  private static List<UserOrder> sorted(Collection<Order> orders, Predicate<UserOrder> wanted) {
    return orders.stream()
        .map(UserOrder::of)
        .filter(wanted)
        .sorted(
            Comparator.comparing(
                OrderBackfill::time, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private void read(Map<OrderId, Order> found, OrderQuery query) {
    try (Stream<Order> all = orders.apply(query)) {
      all.forEach(each -> found.put(each.id(), each));
    }
  }

  @Override
  public void forgetBefore(Instant limit) {
    last.values()
        .removeIf(known -> {
          Instant time = time(known.order);
          return isFinal(known.order) && time != null && time.isBefore(limit);
        });
  }

  /** Returns how many orders it remembers. */
  int remembered() {
    return last.size();
  }
}
