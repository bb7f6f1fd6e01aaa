package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A view of a book without our own contracts. */
final class OthersBook implements OrderBook {
  private final OwnOrders own;
  private final OrderBook book;

  OthersBook(OwnOrders own, OrderBook book) {
    this.own = own;
    this.book = book;
  }

  /** Keeps the first price it sees. */
  private static final class First implements LevelVisitor {
    private @Nullable Price price;

    @Override
    public boolean visit(Price level, long hundredths) {
      price = level;
      return false;
    }
  }

  /** Counts the levels it sees. */
  private static final class Count implements LevelVisitor {
    private int levels;

    @Override
    public boolean visit(Price level, long hundredths) {
      levels++;
      return true;
    }
  }

  @Override
  public MarketTicker market() {
    return book.market();
  }

  @Override
  public PriceGrid grid() {
    return book.grid();
  }

  @Override
  public boolean isValid() {
    return book.isValid();
  }

  @Override
  public Optional<Price> bestBid() {
    return first(BookSide.BID);
  }

  @Override
  public Optional<Price> bestAsk() {
    return first(BookSide.ASK);
  }

  private Optional<Price> first(BookSide side) {
    First first = new First();
    forEachLevel(side, first);
    return Optional.ofNullable(first.price);
  }

  @Override
  public long hundredthsAt(BookSide side, Price price) {
    return own.others(market(), side, price, book.hundredthsAt(side, price));
  }

  @Override
  public void forEachLevel(BookSide side, LevelVisitor visitor) {
    book.forEachLevel(
        side,
        (price, hundredths) -> {
          long others = own.others(market(), side, price, hundredths);
          return others == 0 || visitor.visit(price, others);
        });
  }

  @Override
  public int depth(BookSide side) {
    Count count = new Count();
    forEachLevel(side, count);
    return count.levels;
  }

  @Override
  public long exchangeMicros() {
    return book.exchangeMicros();
  }

  @Override
  public String toString() {
    return market()
        + (isValid() ? " bid " : " (stale) bid ")
        + bestBid().map(Price::toString).orElse("none")
        + " ask "
        + bestAsk().map(Price::toString).orElse("none")
        + " without ours";
  }
}
