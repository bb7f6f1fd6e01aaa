package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;

/** A message of the order-book channel about one market. */
public sealed interface BookEvent extends StreamEvent permits BookSnapshot, BookDelta {
  /**
   * Returns the subscription, the exchange's {@code sid}, whose sequence this message counts in.
   */
  int subscription();

  /** Returns the message's place in its subscription, whatever market it is about. */
  long sequence();

  MarketTicker market();
}
