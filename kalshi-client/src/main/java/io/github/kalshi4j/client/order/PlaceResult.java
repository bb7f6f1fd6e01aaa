package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.value.ClientOrderId;
import org.jspecify.annotations.Nullable;

/** What became of one order of a batch. */
public sealed interface PlaceResult {
  ClientOrderId clientOrderId();

  /** The exchange took it. */
  record Placed(ClientOrderId clientOrderId, PlacedOrder order) implements PlaceResult {}

  /** The exchange refused it; the code is that of an exception of the same name. */
  record Refused(ClientOrderId clientOrderId, BatchRefusal refusal) implements PlaceResult {}

  /** The answer does not say, or says both, so it may or may not be working. */
  record Unknown(UnresolvedOrder order) implements PlaceResult {
    @Override
    public ClientOrderId clientOrderId() {
      return order.clientOrderId();
    }
  }

  /**
   * Why one item of a batch was refused.
   *
   * @param code on which to branch; null if none came
   */
  record BatchRefusal(@Nullable String code, @Nullable String message, @Nullable String details) {
    /** Returns whether it says nothing at all, and so is no refusal. */
    public boolean isEmpty() {
      return isEmpty(code) && isEmpty(message) && isEmpty(details);
    }

    private static boolean isEmpty(@Nullable String text) {
      return text == null || text.isEmpty();
    }
  }
}
