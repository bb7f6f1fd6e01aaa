package io.github.kalshi4j.engine.desk;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.risk.Assessment;
import io.github.kalshi4j.risk.exit.ExitTrigger;
import io.github.kalshi4j.strategy.OpenOrder;
import io.github.kalshi4j.strategy.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order, its reason and what became of it. Written by the desk, on the engine's thread. */
public final class DeskOrder {
  private final ClientOrderId id;
  private final LimitOrder order;
  private final Reason reason;
  private final Instant sent;
  private final List<VenueEvent.Filled> fills = new ArrayList<>();
  private final Set<TradeId> trades = new HashSet<>();
  private OrderState state = new OrderState.Sent();
  private Quantity filled = Quantity.ZERO;
  private boolean cancelRequested;

  DeskOrder(ClientOrderId id, LimitOrder order, Reason reason, Instant sent) {
    this.id = id;
    this.order = order;
    this.reason = reason;
    this.sent = sent;
  }

  public ClientOrderId id() {
    return id;
  }

  public LimitOrder order() {
    return order;
  }

  public MarketTicker market() {
    return order.market();
  }

  public Reason reason() {
    return reason;
  }

  public OrderPurpose purpose() {
    return switch (reason) {
      case Reason.Entry entry -> OrderPurpose.ENTRY;
      case Reason.Exit exit -> OrderPurpose.EXIT;
    };
  }

  /** Returns when it left us. */
  public Instant sent() {
    return sent;
  }

  public OrderState state() {
    return state;
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  public boolean isCancelRequested() {
    return cancelRequested;
  }

  public List<VenueEvent.Filled> fills() {
    return List.copyOf(fills);
  }

  /** Returns what may still fill; zero once it is done. */
  public Quantity remaining() {
    return isOpen() ? order.quantity().minus(filled) : Quantity.ZERO;
  }

  /** Returns the outcome it buys. */
  public OutcomeSide outcome() {
    return order.side().outcome();
  }

  /** Returns its limit, as a price of the outcome it buys. */
  public Price limit() {
    return outcome().toYes(order.price());
  }

  OpenOrder view() {
    return new OpenOrder(
        id,
        market(),
        outcome(),
        limit(),
        remaining(),
        order.timeInForce(),
        purpose() == OrderPurpose.EXIT);
  }

  void cancelRequested() {
    cancelRequested = true;
  }

  /** Takes an answer in; returns whether it changed anything, which a repeated fill does not. */
  boolean apply(VenueEvent.OrderEvent event) {
    switch (event) {
      case VenueEvent.Accepted accepted -> {
        require(state instanceof OrderState.Sent, event);
        state = new OrderState.Resting();
      }
      case VenueEvent.Refused refused -> {
        require(state instanceof OrderState.Sent, event);
        state = new OrderState.Refused(refused.reason());
      }
      case VenueEvent.Filled fill -> {
        if (!trades.add(fill.trade())) {
          return false;
        }
        require(isOpen(), event);
        filled = filled.plus(fill.quantity());
        require(!filled.isAbove(order.quantity()), event);
        fills.add(fill);
        if (filled.equals(order.quantity())) {
          state = new OrderState.Executed();
        }
      }
      case VenueEvent.Canceled canceled -> {
        require(isOpen(), event);
        state = new OrderState.Canceled(canceled.reason());
      }
      case VenueEvent.CancelRefused refused -> cancelRequested = false;
    }
    return true;
  }

  private void require(boolean condition, VenueEvent.OrderEvent event) {
    if (!condition) {
      throw new IllegalStateException(
          "order "
              + id
              + " is "
              + state
              + " with "
              + filled
              + " filled of "
              + order.quantity()
              + ", which does not go with "
              + event);
    }
  }

  /** Why an order was sent. */
  public sealed interface Reason {
    /** Risk approved an entry. */
    record Entry(Assessment assessment) implements Reason {}

    /**
     * A position is left.
     *
     * @param firedAt when the exit was decided
     * @param ownBid the best bid for the outcome held when the order was sent, in its prices
     * @param position the contracts held when the order was sent
     * @param signal the signal behind it; null if an exit rule fired
     */
    record Exit(
        ExitTrigger trigger,
        Instant firedAt,
        Price ownBid,
        Quantity position,
        @Nullable Signal signal)
        implements Reason {}
  }
}
