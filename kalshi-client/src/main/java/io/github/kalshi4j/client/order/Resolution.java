package io.github.kalshi4j.client.order;

/** What became of an order that got no answer. */
public sealed interface Resolution {
  /** It was placed; this is how it stands. */
  record Found(Order order) implements Resolution {}

  /**
   * It was not placed and can no longer be: the exchange's answers are newer than the latest time
   * at which it could have arrived, and it is among neither the live nor the archived orders.
   */
  record NotPlaced() implements Resolution {}

  /** It is not there, but the exchange's answers are not new enough to be sure. Ask again. */
  record StillUnknown() implements Resolution {}
}
