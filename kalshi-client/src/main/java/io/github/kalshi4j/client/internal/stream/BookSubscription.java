package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.BookRequest;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.SubscriptionStatistics;
import io.github.kalshi4j.client.value.MarketTicker;

/** A subscription to whole order books. */
final class BookSubscription extends Subscription {
  private final BookHandler handler;
  private final BookDispatcher dispatcher;

  BookSubscription(
      LiveStream stream,
      WireChannel wire,
      BookRequest request,
      Interest interest,
      BookHandler handler) {
    super(stream, wire, request.markets(), interest);
    this.handler = handler;
    dispatcher = stream.bookDispatcher(handler, request.eachChange());
  }

  @Override
  Dispatcher dispatcher() {
    return dispatcher;
  }

  @Override
  void changed(Interest before, Interest after) {
    for (String key : after.keys()) {
      if (!before.includes(key)) {
        TrackedBook book = stream.track(MarketTicker.of(key));
        book.slots.add(dispatcher.add(book));
      }
    }
    for (String key : before.keys()) {
      if (!after.includes(key)) {
        BookDispatcher.Slot slot = dispatcher.remove(key);
        TrackedBook book = stream.track(MarketTicker.of(key));
        book.slots.remove(slot);
        stream.release(book);
      }
    }
  }

  @Override
  void granted() {
    // snapshots follow
  }

  @Override
  public void cut(Hole.Cause cause) {
    // its books are stale
  }

  @Override
  public void hole(Hole.Cause cause) {
    // its books are stale, and become valid by their snapshots
  }

  @Override
  public void refused(KalshiException reason) {
    dispatcher.tell(() -> handler.onRefused(reason));
  }

  @Override
  public SubscriptionStatistics statistics() {
    return dispatcher.statistics();
  }
}
