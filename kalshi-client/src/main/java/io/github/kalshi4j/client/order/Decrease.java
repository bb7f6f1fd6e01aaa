package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.Quantity;

/** By how much, or to what, a resting order is made smaller. */
public sealed interface Decrease {
  Quantity quantity();

  /** Takes this many contracts away. Repeating it takes them away again. */
  record By(Quantity quantity) implements Decrease {
    public By {
      if (quantity.isZero()) {
        throw new IllegalArgumentException("decrease by no contracts");
      }
    }
  }

  /** Leaves this many contracts resting. Repeating it changes nothing. */
  record To(Quantity quantity) implements Decrease {}

  static Decrease by(Quantity quantity) {
    return new By(quantity);
  }

  static Decrease to(Quantity quantity) {
    return new To(quantity);
  }
}
