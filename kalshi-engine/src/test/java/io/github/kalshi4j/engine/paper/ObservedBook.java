package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An order book that a test writes level by level. */
final class ObservedBook implements OrderBook {
  private final MarketTicker market;
  private final PriceGrid grid;
  private final TreeMap<Price, Long> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Price, Long> asks = new TreeMap<>();
  private boolean valid;
  private long exchangeMicros;

  ObservedBook(MarketTicker market, PriceGrid grid) {
    this.market = market;
    this.grid = grid;
  }

  void clear() {
    bids.clear();
    asks.clear();
    exchangeMicros = 0;
    valid = true;
  }

  void invalidate() {
    valid = false;
  }

  void change(BookSide side, Price price, long hundredths, long micros) {
    long now = hundredthsAt(side, price) + hundredths;
    if (now < 0) {
      throw new IllegalStateException("negative level " + side + " " + price);
    }
    if (now == 0) {
      levels(side).remove(price);
    } else {
      levels(side).put(price, now);
    }
    exchangeMicros = micros;
  }

  @Override
  public MarketTicker market() {
    return market;
  }

  @Override
  public PriceGrid grid() {
    return grid;
  }

  @Override
  public boolean isValid() {
    return valid;
  }

  @Override
  public Optional<Price> bestBid() {
    return bids.keySet().stream().findFirst();
  }

  @Override
  public Optional<Price> bestAsk() {
    return asks.keySet().stream().findFirst();
  }

  @Override
  public long hundredthsAt(BookSide side, Price price) {
    return levels(side).getOrDefault(price, 0L);
  }

  @Override
  public void forEachLevel(BookSide side, LevelVisitor visitor) {
    for (Map.Entry<Price, Long> level : levels(side).entrySet()) {
      if (!visitor.visit(level.getKey(), level.getValue())) {
        return;
      }
    }
  }

  @Override
  public int depth(BookSide side) {
    return levels(side).size();
  }

  @Override
  public long exchangeMicros() {
    return exchangeMicros;
  }

  private TreeMap<Price, Long> levels(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }
}
