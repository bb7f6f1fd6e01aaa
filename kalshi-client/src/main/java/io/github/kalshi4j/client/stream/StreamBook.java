package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.time.Instant;
import java.util.Optional;

/**
 * An order book as it was at one moment of the stream. It belongs to the handler that is shown it,
 * and changes only when that handler returns.
 */
public final class StreamBook implements OrderBook {
  private final LocalOrderBook book;
  private long receivedNanos;

  /** Creates an empty, stale book, to be filled by {@link #show}. */
  public StreamBook(MarketTicker market, PriceGrid grid) {
    book = new LocalOrderBook(market, grid);
  }

  /**
   * Makes this a copy of a book.
   *
   * @param newReceivedNanos when the book's last change was received, nanoseconds since 1970
   */
  public void show(LocalOrderBook newest, long newReceivedNanos) {
    book.copyFrom(newest);
    receivedNanos = newReceivedNanos;
  }

  /** Returns when, by our clock, the message was received that made the book what it is. */
  public Instant received() {
    return Instant.EPOCH.plusNanos(receivedNanos);
  }

  /** Returns the same as {@link #received}, in nanoseconds since 1970, without allocating. */
  public long receivedNanos() {
    return receivedNanos;
  }

  /** Returns whether the best bid is above the best ask, which is so only inside a group. */
  public boolean isCrossed() {
    return book.isCrossed();
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
    return book.bestBid();
  }

  @Override
  public Optional<Price> bestAsk() {
    return book.bestAsk();
  }

  @Override
  public long hundredthsAt(BookSide side, Price price) {
    return book.hundredthsAt(side, price);
  }

  @Override
  public void forEachLevel(BookSide side, LevelVisitor visitor) {
    book.forEachLevel(side, visitor);
  }

  @Override
  public int depth(BookSide side) {
    return book.depth(side);
  }

  @Override
  public long exchangeMicros() {
    return book.exchangeMicros();
  }

  @Override
  public String toString() {
    return book.toString();
  }
}
