package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.ObservingVenue;
import java.util.function.Consumer;

/**
 * Finds when a book is complete. The exchange's deltas of one timestamp belong together, and inside
 * such a group the book may be crossed. A group is complete when a delta of another timestamp comes
 * in sequence, when a snapshot comes, or when the book has not changed for 20 ms. A group of a book
 * that has become stale is never completed.
 *
 * <p>The venue hears of every change; the listener only of complete books.
 */
final class BookGroups {
  private final Scheduler scheduler;
  private final ObservingVenue venue;
  private final StrategyCalls calls;
  private final long timeoutNanos;
  private final Consumer<MarketState> listener;

  /**
   * @param timeoutNanos how long a book does not change until its group is complete
   * @param listener called with each market whose book is complete, after the venue
   */
  BookGroups(
      Scheduler scheduler,
      ObservingVenue venue,
      StrategyCalls calls,
      long timeoutNanos,
      Consumer<MarketState> listener) {
    this.scheduler = scheduler;
    this.venue = venue;
    this.calls = calls;
    this.timeoutNanos = timeoutNanos;
    this.listener = listener;
  }

  /** Takes a change of a book, received at a time that never goes back. */
  void onDelta(Feed feed, MarketState market, BookDelta delta, long nanos) {
    OrderBooks books = feed.books();
    if (market.groupOpen
        && delta.exchangeMicros() != market.groupMicros
        && books.continues(delta)) {
      complete(market);
    }
    switch (books.apply(delta)) {
      case APPLIED_DELTA -> {
        market.groupOpen = true;
        market.groupMicros = delta.exchangeMicros();
        market.lastChangeNanos = nanos;
        venue.onDelta(delta);
        awaitEnd(market);
      }
      case GAP, FAULT -> noticeStale(feed, nanos);
      case DUPLICATE, STALE_DROPPED, IGNORED, APPLIED_SNAPSHOT -> {}
    }
  }

  /** Takes a whole book. */
  void onSnapshot(Feed feed, MarketState market, BookSnapshot snapshot, long nanos) {
    if (market.groupOpen && feed.books().continues(snapshot)) {
      complete(market);
    }
    OrderBooks.Outcome outcome = feed.books().apply(snapshot);
    noticeStale(feed, nanos);
    LocalOrderBook book = feed.books().find(snapshot.market());
    boolean replaced =
        switch (outcome) {
          case APPLIED_SNAPSHOT, GAP -> true;
          case DUPLICATE, STALE_DROPPED, FAULT, IGNORED, APPLIED_DELTA -> false;
        };
    if (!replaced || book == null) {
      return;
    }
    if (market.book != book) {
      market.book = book;
      venue.openMarket(market.facts, book);
    }
    market.valid = true;
    if (market.isOpen()) {
      market.coverage.valid(nanos);
    }
    venue.onSnapshot(market.market());
    complete(market);
  }

  private void awaitEnd(MarketState market) {
    if (!market.groupTimerSet) {
      market.groupTimerSet = true;
      scheduler.at(market.lastChangeNanos + timeoutNanos, () -> onTimer(market));
    }
  }

  private void onTimer(MarketState market) {
    market.groupTimerSet = false;
    if (market.groupOpen) {
      if (scheduler.nanos() >= market.lastChangeNanos + timeoutNanos) {
        complete(market);
      } else {
        awaitEnd(market);
      }
    }
  }

  /** Takes a market's group as complete. */
  void complete(MarketState market) {
    market.groupOpen = false;
    venue.onGroupEnd(market.market());
    listener.accept(market);
  }

  /** Takes note of every book of a feed that has just become stale. */
  void noticeStale(Feed feed, long nanos) {
    for (MarketState market : feed.markets().values()) {
      if (market.valid && !market.book.isValid()) {
        market.valid = false;
        market.coverage.stale(nanos);
        market.groupOpen = false; // it may be incomplete, so it is never shown
        venue.onStale(market.market());
        calls.runWaiting(market);
      }
    }
  }
}
