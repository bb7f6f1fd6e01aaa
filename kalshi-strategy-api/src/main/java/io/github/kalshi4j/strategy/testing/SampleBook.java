package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The orders of a sample market by price and time, which the exchange's messages only sum up. */
final class SampleBook {
  private final NavigableMap<Price, Deque<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Price, Deque<Order>> asks = new TreeMap<>();

  void add(Order order) {
    levels(order.side).computeIfAbsent(order.price, price -> new ArrayDeque<>()).addLast(order);
  }

  void remove(Order order) {
    Deque<Order> level = levels(order.side).get(order.price);
    if (level == null || !level.remove(order)) {
      throw new IllegalStateException("not in the book: " + order.price);
    }
    if (level.isEmpty()) {
      levels(order.side).remove(order.price);
    }
  }

  Optional<Price> best(BookSide side) {
    NavigableMap<Price, Deque<Order>> levels = levels(side);
    return levels.isEmpty() ? Optional.empty() : levels.firstKey().asOptional();
  }

  /** Returns the order that a taker meets first. */
  Optional<Order> first(BookSide side) {
    return levels(side).isEmpty()
        ? Optional.empty()
        : Optional.of(levels(side).firstEntry().getValue().getFirst());
  }

  /** Returns the orders of a side, the best and oldest first. */
  List<Order> orders(BookSide side) {
    List<Order> orders = new ArrayList<>();
    levels(side).values().forEach(orders::addAll);
    return orders;
  }

  /** Returns the contracts at a price, in hundredths. */
  long hundredthsAt(BookSide side, Price price) {
    Deque<Order> level = levels(side).get(price);
    return level == null ? 0 : level.stream().mapToLong(order -> order.hundredths).sum();
  }

  /** Returns the prices of a side, the best first. */
  List<Price> prices(BookSide side) {
    return List.copyOf(levels(side).keySet());
  }

  private NavigableMap<Price, Deque<Order>> levels(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }

  /** One resting order; its price is a YES price. */
  static final class Order {
    final BookSide side;
    Price price;
    long hundredths;

    Order(BookSide side, Price price, long hundredths) {
      this.side = side;
      this.price = price;
      this.hundredths = hundredths;
    }
  }
}
