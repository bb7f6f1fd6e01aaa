package io.github.kalshi4j.engine.desk;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.OpenOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Names, sends and follows every order. The name is ours and is noted before the order leaves; a
 * fill counts once, however often it is reported; more filled than ordered, or an answer that does
 * not go with the order's state, is an alarm that ends the run. Engine's thread only.
 */
public final class OrderDesk {
  private final Venue venue;
  private final Supplier<ClientOrderId> ids;
  private final Map<ClientOrderId, DeskOrder> open = new LinkedHashMap<>();
  private final Map<ClientOrderId, DeskOrder> all = new LinkedHashMap<>();

  /**
   * Creates a desk.
   *
   * @param ids gives a name that was never used before
   */
  public OrderDesk(Venue venue, Supplier<ClientOrderId> ids) {
    this.venue = venue;
    this.ids = ids;
  }

  public DeskOrder send(LimitOrder order, DeskOrder.Reason reason, Instant now) {
    DeskOrder sent = new DeskOrder(ids.get(), order, reason, now);
    if (all.putIfAbsent(sent.id(), sent) != null) {
      throw new IllegalStateException("client order id used twice: " + sent.id());
    }
    open.put(sent.id(), sent);
    venue.place(sent.id(), order);
    return sent;
  }

  /** Asks once for the cancellation of an order that is still open. */
  public void cancel(DeskOrder order) {
    if (order.isOpen() && !order.isCancelRequested()) {
      order.cancelRequested();
      venue.cancel(order.id());
    }
  }

  /**
   * Takes a venue's answer in and returns the order it is about.
   *
   * @throws IllegalStateException if the answer cannot be true
   */
  public Answer on(VenueEvent.OrderEvent event) {
    DeskOrder order = all.get(event.order());
    if (order == null) {
      throw new IllegalStateException("answer for an order that was never sent: " + event);
    }
    boolean news = order.apply(event);
    if (!order.isOpen()) {
      open.remove(order.id());
    }
    return new Answer(order, news);
  }

  /** Returns the open orders of a market, oldest first. */
  public List<DeskOrder> open(MarketTicker market) {
    if (open.isEmpty()) {
      return List.of();
    }
    List<DeskOrder> orders = new ArrayList<>();
    for (DeskOrder order : open.values()) {
      if (order.market().equals(market)) {
        orders.add(order);
      }
    }
    return orders;
  }

  /** Returns every open order, oldest first. */
  public List<DeskOrder> open() {
    return List.copyOf(open.values());
  }

  /** Returns every order ever sent, oldest first. */
  public List<DeskOrder> all() {
    return List.copyOf(all.values());
  }

  /** Returns the open orders of a market as a strategy sees them. */
  public List<OpenOrder> views(MarketTicker market) {
    return open(market).stream().map(DeskOrder::view).toList();
  }

  /** Returns whether an order with this purpose is open in a market. */
  public boolean hasOpen(MarketTicker market, OrderPurpose purpose) {
    for (DeskOrder order : open.values()) {
      if (order.purpose() == purpose && order.market().equals(market)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what open entries may still add in a market. */
  public Quantity pendingEntries(MarketTicker market) {
    Quantity pending = Quantity.ZERO;
    for (DeskOrder order : open.values()) {
      if (order.purpose() == OrderPurpose.ENTRY && order.market().equals(market)) {
        pending = pending.plus(order.remaining());
      }
    }
    return pending;
  }

  /**
   * What an answer did.
   *
   * @param news false for a fill that was already known
   */
  public record Answer(DeskOrder order, boolean news) {}
}
