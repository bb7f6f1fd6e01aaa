package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.List;
import java.util.Optional;

/**
 * The resting orders of a market at one time, as one YES book.
 *
 * @param bids for YES, best first
 * @param asks for YES, best first; NO bids at q are asks at $1 − q
 */
public record OrderBookSnapshot(MarketTicker market, List<Level> bids, List<Level> asks) {
  public OrderBookSnapshot {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }

  public Optional<Price> bestBid() {
    return bids.isEmpty() ? Optional.empty() : Optional.of(bids.getFirst().price());
  }

  public Optional<Price> bestAsk() {
    return asks.isEmpty() ? Optional.empty() : Optional.of(asks.getFirst().price());
  }

  /** Returns a book that holds these levels and can be kept up to date. */
  public LocalOrderBook toBook(PriceGrid grid) {
    LocalOrderBook book = new LocalOrderBook(market, grid);
    book.reset(bids, asks);
    return book;
  }
}
