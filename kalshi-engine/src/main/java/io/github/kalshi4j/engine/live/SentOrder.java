package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order, and what is known of it; only its name and terms concern any but the engine's thread.
 */
final class SentOrder {
  /** Why an order rests no more, if nothing else is said. */
  static final String CANCELED = "canceled";

  final ClientOrderId id;
  final LimitOrder order;
  final Set<TradeId> trades = new HashSet<>();
  @Nullable OrderId orderId;
  boolean cancelWanted;
  Quantity filled = Quantity.ZERO;
  @Nullable Quantity filledAtEnd; // once it rests no more
  String reason = CANCELED;
  Instant endedAt = Instant.EPOCH;
  boolean done;

  SentOrder(ClientOrderId id, LimitOrder order) {
    this.id = id;
    this.order = order;
  }
}
