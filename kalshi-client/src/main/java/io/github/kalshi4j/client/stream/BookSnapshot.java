package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;

/**
 * A whole book, which replaces what was known; both lists may be empty.
 *
 * @param command the id of the {@code get_snapshot} it answers; 0 if it answers none
 * @param bids in YES prices, in no promised order
 * @param asks in YES prices, in no promised order
 */
public record BookSnapshot(
    long command,
    int subscription,
    long sequence,
    MarketTicker market,
    List<Level> bids,
    List<Level> asks)
    implements BookEvent {
  public BookSnapshot {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }
}
