package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * A market's book on the stream, the group of changes it is in, and who is shown it. Guarded by the
 * stream's lock.
 */
final class TrackedBook {
  /** The grid of a book before its first snapshot; a book refines it as prices demand. */
  static final PriceGrid CENTS = PriceGrid.uniform(Price.ofCents(1));

  final MarketTicker market;
  final List<BookDispatcher.Slot> slots = new ArrayList<>();

  /** How many subscriptions want its messages as they come. */
  int rawMembers;

  private final OrderBooks books;
  private boolean inGroup;
  private long group; // exchange time of its changes, microseconds since 1970
  private long groupChanged; // when its last change came, by the monotonic clock
  private long receivedNanos;
  private long version;

  TrackedBook(MarketTicker market, OrderBooks books) {
    this.market = market;
    this.books = books;
  }

  boolean isWanted() {
    return rawMembers > 0 || !slots.isEmpty();
  }

  boolean isValid() {
    LocalOrderBook book = books.find(market);
    return book != null && book.isValid();
  }

  /** Returns the book, once there was a snapshot. */
  LocalOrderBook book() {
    LocalOrderBook book = books.find(market);
    if (book == null) {
      throw new IllegalStateException("no snapshot of " + market + " has come");
    }
    return book;
  }

  PriceGrid grid() {
    LocalOrderBook book = books.find(market);
    return book == null ? CENTS : book.grid();
  }

  boolean isInGroup() {
    return inGroup;
  }

  long groupChanged() {
    return groupChanged;
  }

  /** Returns when its last change was received, nanoseconds since 1970. */
  long receivedNanos() {
    return receivedNanos;
  }

  /** Returns a number that grows with every change. */
  long version() {
    return version;
  }

  /** Takes that a change of an exchange time is about to come. */
  void before(long exchangeMicros) {
    if (inGroup && (exchangeMicros != group || exchangeMicros == 0)) {
      endGroup();
    }
    if (!inGroup) {
      for (BookDispatcher.Slot slot : slots) {
        slot.groupBegins();
      }
    }
  }

  /**
   * Takes that a delta has changed the book.
   *
   * @param now by the monotonic clock
   */
  void changed(long exchangeMicros, long received, long now) {
    inGroup = true;
    group = exchangeMicros;
    groupChanged = now;
    touched(received);
  }

  /** Takes that a snapshot has replaced the book, which is whole then. */
  void replaced(long received) {
    inGroup = false;
    touched(received);
  }

  /** Takes that the book is stale. */
  void stale() {
    inGroup = false;
    for (BookDispatcher.Slot slot : slots) {
      slot.changed();
    }
  }

  private void touched(long received) {
    receivedNanos = received;
    version++;
    for (BookDispatcher.Slot slot : slots) {
      slot.changed();
    }
  }

  /** Takes that the group is over. */
  void endGroup() {
    inGroup = false;
    for (BookDispatcher.Slot slot : slots) {
      slot.groupEnded();
    }
  }
}
