package io.github.kalshi4j.client.error;

import io.github.kalshi4j.client.value.ClientOrderId;
import java.time.Instant;
import java.util.List;

/**
 * One or more orders left for the exchange and no answer came back, so they may or may not be
 * working. They are never resubmitted for you: look each up by its client order id before acting,
 * which {@code orders().resolve(…)} does.
 */
public final class OrderOutcomeUnknownException extends OutcomeUnknownException {
  private static final long serialVersionUID = 1L;

  private final transient List<UnresolvedOrder> orders;

  public OrderOutcomeUnknownException(
      String message, Instant sentAt, List<UnresolvedOrder> orders, Throwable cause) {
    super(message, sentAt, cause);
    this.orders = List.copyOf(orders);
  }

  /** Returns the client order id, of the first order if it was a batch. */
  public ClientOrderId clientOrderId() {
    return orders.getFirst().clientOrderId();
  }

  /** Returns what is needed to look each order up, also by another process later on. */
  public List<UnresolvedOrder> orders() {
    return orders;
  }
}
