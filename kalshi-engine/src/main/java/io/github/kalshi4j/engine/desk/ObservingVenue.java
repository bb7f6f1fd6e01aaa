package io.github.kalshi4j.engine.desk;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import java.util.Optional;

/**
 * A venue as the engine drives it: told what is observed of its markets, each event after the books
 * have applied it, and asked to pay positions out. A venue that executes elsewhere need not look at
 * what it is told, and by default does not. Engine's thread only.
 */
public interface ObservingVenue extends Venue {
  /**
   * Makes a market known, or its facts anew.
   *
   * @param observed the book that the engine keeps; only to be read
   */
  default void openMarket(MarketFacts facts, OrderBook observed) {}

  /** Tells that the observed book was replaced; {@link #onGroupEnd} is expected to follow. */
  default void onSnapshot(MarketTicker market) {}

  /** Tells that the observed book has applied a delta. */
  default void onDelta(BookDelta delta) {}

  /** Tells of a trade on the public tape. */
  default void onTrade(PublicTrade trade) {}

  /** Tells that the observed book is complete: no delta of the same command is to come. */
  default void onGroupEnd(MarketTicker market) {}

  /** Tells that the observed book can no longer be trusted, until {@link #onSnapshot}. */
  default void onStale(MarketTicker market) {}

  /** Tells that a market has stopped trading, by the clock. */
  default void onClose(MarketTicker market) {}

  /** Tells of a market's payout, as {@link VenueEvent.Settled}, at once. */
  void settle(MarketTicker market, MarketResult result);

  /** Ends what is held in a market as if it were paid this value, and tells so at once. */
  void mark(MarketTicker market, MarketResult value);

  /** Returns the cash of a ledger of its own, to be compared with ours; empty if it keeps none. */
  default Optional<Money> ledger() {
    return Optional.empty();
  }

  /** Returns whether any fill rests on an assumption about the queue of its level. */
  default boolean usedMakers() {
    return false;
  }
}
