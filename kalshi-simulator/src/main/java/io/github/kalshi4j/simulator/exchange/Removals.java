package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.simulator.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes resting orders out. While an incoming order is being matched, what is taken out beside is
 * told of only afterwards, as the exchange's feed does: first the makers' removals, then the new
 * order, then the others that had to go because of it.
 */
final class Removals {
  /** Of a cancel by its owner; the likely one, as before June 2026 others were so labelled. */
  static final UserOrder.Reason PLAIN = UserOrder.Reason.DECREASE;

  private final Ledger ledger;
  private final Members members;
  private final Announcer announcer;
  private final List<Runnable> later = new ArrayList<>();
  private boolean deferring;

  Removals(Ledger ledger, Members members, Announcer announcer) {
    this.ledger = ledger;
    this.members = members;
    this.announcer = announcer;
  }

  void defer() {
    deferring = true;
  }

  void tellDeferred() {
    deferring = false;
    later.forEach(Runnable::run);
    later.clear();
  }

  /** Tells of something now, or with what else is told later. */
  void tell(Runnable announcement) {
    if (deferring) {
      later.add(announcement);
    } else {
      announcement.run();
    }
  }

  /** Counts an order among those that rest, which it does already. */
  void entered(LiveOrder order) {
    ledger.reserve(order.holding, order.side, order);
    members.add(order);
    if (order.group != null) {
      order.group.orders.add(order);
    }
  }

  /** Counts an order no more among those that rest. */
  void left(LiveOrder order) {
    ledger.release(order.holding, order.side, order);
    members.remove(order);
    if (order.group != null) {
      order.group.orders.remove(order);
    }
  }

  void cancel(LiveOrder order, UserOrder.Reason reason) {
    long hundredths = order.restingHundredths();
    order.market.book.reduce(order, hundredths);
    taken(order, hundredths, reason);
  }

  /** Cancels an order that has left the book. */
  void taken(LiveOrder order, long hundredths, UserOrder.Reason reason) {
    left(order);
    order.open = 0;
    order.status = OrderStatus.CANCELED;
    Price price = order.price;
    tell(() -> {
      announcer.book(order, price, -hundredths);
      announcer.order(order, reason);
    });
  }

  void cancel(List<LiveOrder> orders, UserOrder.Reason reason) {
    for (LiveOrder order : orders) {
      cancel(order, reason);
    }
  }
}
