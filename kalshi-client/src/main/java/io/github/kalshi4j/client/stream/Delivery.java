package io.github.kalshi4j.client.stream;

/** What happens when messages come faster than their handler takes them. */
public enum Delivery {
  /**
   * Every message is kept, in order, up to the request's capacity. Beyond it messages are let go,
   * and the handler is told by {@link StreamHandler#onHole}; trades, fills and orders are then read
   * again over REST.
   */
  EACH,
  /** Of each market, index or underlying only the newest message is kept. */
  NEWEST
}
