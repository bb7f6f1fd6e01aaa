package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.VenueEvent;
import java.util.function.Consumer;

/**
 * Carries the venue's answers to its listener, late by the acknowledgement latency, and names them.
 */
final class Answers {
  private final Scheduler scheduler;
  private final long latencyNanos;
  private final Consumer<VenueEvent> listener;
  private long orders;
  private long trades;

  Answers(Scheduler scheduler, long latencyNanos, Consumer<VenueEvent> listener) {
    this.scheduler = scheduler;
    this.latencyNanos = latencyNanos;
    this.listener = listener;
  }

  OrderId nextOrder() {
    return OrderId.of("paper-order-" + ++orders);
  }

  TradeId nextTrade() {
    return TradeId.of("paper-trade-" + ++trades);
  }

  /** Sends an answer about an order, to be heard after the order's earlier answers. */
  void send(PaperOrder order, VenueEvent.OrderEvent answer) {
    order.lastHeard = Math.max(order.lastHeard, due(answer));
    scheduler.at(order.lastHeard, () -> listener.accept(answer));
  }

  /** Sends an answer about an order that the venue does not know. */
  void send(VenueEvent.OrderEvent answer) {
    scheduler.at(due(answer), () -> listener.accept(answer));
  }

  /** Tells at once. */
  void announce(VenueEvent event) {
    listener.accept(event);
  }

  private long due(VenueEvent answer) {
    long heard = Math.addExact(EpochNanos.of(answer.time()), latencyNanos);
    return Math.max(scheduler.nanos(), heard);
  }
}
