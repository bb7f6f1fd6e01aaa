package io.github.kalshi4j.client.error;

/**
 * The client order id was used before ({@code order_already_exists}), so an order with it was
 * placed at some time and may be working. Ids are used up for good: look the order up, and use a
 * new id for another one.
 */
public final class DuplicateOrderException extends KalshiConflictException {
  private static final long serialVersionUID = 1L;

  DuplicateOrderException(Refusal refusal) {
    super(refusal);
  }
}
