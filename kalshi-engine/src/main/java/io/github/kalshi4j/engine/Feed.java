package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One connection's worth of market data: its subscriptions, its books, and how its clock differs
 * from the exchange's. A tape is one feed.
 */
final class Feed {
  private final Map<MarketTicker, MarketState> markets = new LinkedHashMap<>();
  private final OrderBooks books;
  private final long clockOffsetNanos;
  private boolean connected = true;

  /**
   * Creates a feed without markets.
   *
   * @param clockOffsetNanos receive time less exchange time
   */
  Feed(long clockOffsetNanos) {
    this.books = new OrderBooks(this::grid);
    this.clockOffsetNanos = clockOffsetNanos;
  }

  private PriceGrid grid(MarketTicker ticker) {
    MarketState market = markets.get(ticker);
    if (market == null) {
      throw new UnknownMarketException(ticker);
    }
    return market.facts.grid();
  }

  OrderBooks books() {
    return books;
  }

  long clockOffsetNanos() {
    return clockOffsetNanos;
  }

  Map<MarketTicker, MarketState> markets() {
    return markets;
  }

  boolean isConnected() {
    return connected;
  }

  void disconnect() {
    connected = false;
    books.disconnected();
  }
}
