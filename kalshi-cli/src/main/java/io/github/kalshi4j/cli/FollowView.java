package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.stream.StreamState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a book that is followed is shown. Used by one thread. */
interface FollowView extends AutoCloseable {
  /** Begins. */
  void open(ExchangeAddress address, Market market);

  /** Shows where the connection stands. */
  void connection(StreamState state, Instant now);

  /** Shows that the exchange refuses what it had granted; it is asked again and again. */
  void refused(String reason, Instant now);

  /**
   * Shows the book.
   *
   * @param book null before the first
   * @param valid whether it may be traded on
   */
  void book(@Nullable BookState book, boolean valid, Instant now);

  /** Returns whether it shows what changes with time alone, and is to be shown again for that. */
  boolean isLive();

  /** Ends, and leaves a terminal as it was. */
  @Override
  void close();
}
