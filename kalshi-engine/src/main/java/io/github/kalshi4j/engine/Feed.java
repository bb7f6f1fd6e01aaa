package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

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
   * Creates a feed.
   *
   * @param grids the grid of each market it carries
   * @param clockOffsetNanos receive time less exchange time
   */
  Feed(Function<MarketTicker, PriceGrid> grids, long clockOffsetNanos) {
    this.books = new OrderBooks(grids);
    this.clockOffsetNanos = clockOffsetNanos;
  }

  static Function<MarketTicker, PriceGrid> grids(Map<MarketTicker, MarketFacts> facts) {
    return ticker -> {
      MarketFacts market = facts.get(ticker);
      if (market == null) {
        throw new UnknownMarketException(ticker);
      }
      return market.grid();
    };
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
