package io.github.kalshi4j.engine.paper;

import java.time.Duration;

/**
 * How long messages between us and the venue take.
 *
 * @param order from sending an order to its arrival
 * @param cancel from sending a cancellation to its arrival
 * @param acknowledgement from what happens at the venue to our hearing of it
 */
public record Latency(Duration order, Duration cancel, Duration acknowledgement) {
  /** 50 ms each way. */
  public static final Latency DEFAULT =
      new Latency(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50));

  public Latency {
    if (order.isNegative() || cancel.isNegative() || acknowledgement.isNegative()) {
      throw new IllegalArgumentException(
          "negative latency: order " + order + ", cancel " + cancel + ", ack " + acknowledgement);
    }
  }
}
