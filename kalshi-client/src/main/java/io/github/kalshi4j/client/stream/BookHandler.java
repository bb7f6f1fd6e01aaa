package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;

/**
 * Takes the books of one subscription. Called on the subscription's own virtual thread, one call at
 * a time. While a call takes its time, changes gather in the books, and the next call shows the
 * newest state: a slow handler sees fewer states, never an old or a wrong one. What a method throws
 * is logged and counted, and the next book is handed on.
 */
@FunctionalInterface
public interface BookHandler {
  /**
   * Shows a book that has changed and is valid.
   *
   * @param book the handler's own copy, good until it returns
   */
  void onBook(StreamBook book);

  /**
   * Told that a market's book is not valid any more: a message was lost, or the connection. What
   * was shown of it must not be traded on. It is repaired by itself, and {@link #onBook} shows it
   * when it is valid again.
   */
  default void onStale(MarketTicker market) {}

  /**
   * Told that the exchange refuses what it had granted before, as after a reconnect. It is asked
   * again and again, with growing pauses.
   */
  default void onRefused(RuntimeException reason) {}
}
