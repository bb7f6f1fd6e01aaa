package io.github.kalshi4j.engine.desk;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.ClientOrderId;

/**
 * Where orders are executed. Calls return at once; answers come back as {@link VenueEvent}s on the
 * engine's thread, in the order of each order's life.
 */
public interface Venue {
  void place(ClientOrderId id, LimitOrder order);

  /** Asks for the cancellation of what rests of an order; races with its fills. */
  void cancel(ClientOrderId id);
}
