package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.OrderId;

/** What became of one cancellation of a batch. */
public sealed interface CancelResult {
  OrderId order();

  /** The order is out of the book. */
  record Canceled(CanceledOrder canceled) implements CancelResult {
    @Override
    public OrderId order() {
      return canceled.id();
    }
  }

  /** The exchange refused, most often because the order no longer rests. */
  record Refused(OrderId order, PlaceResult.BatchRefusal refusal) implements CancelResult {}

  /** The answer does not say; canceling again is safe. */
  record Unknown(OrderId order) implements CancelResult {}
}
