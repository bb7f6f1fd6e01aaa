package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.exit.ExitTrigger;
import io.github.kalshi4j.risk.exit.PositionExits;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketQuote;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.candle.CandleBuilder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine knows of one market. The published top is the one of the last complete book
 * update; the live book may be inside a group.
 */
final class MarketState {
  MarketFacts facts;
  Feed feed;
  OrderBook book;
  MarketPhase phase = MarketPhase.UNOPENED;
  long closeNanos;

  /** When it did close, which is later if the news of an earlier close came late. */
  long closedNanos;

  /** Whether book changes of one exchange timestamp have come, and may not be all yet. */
  boolean groupOpen;

  long groupMicros;
  long lastChangeNanos;
  boolean groupTimerSet;
  final Deque<Runnable> afterGroup = new ArrayDeque<>();

  /** Whether the book is valid, as far as the engine has noticed. */
  boolean valid;

  /** Whether the book was complete and valid at least once. */
  boolean published;

  @Nullable Price bid;
  @Nullable Price ask;
  @Nullable Ticker ticker;
  @Nullable TradeEnding ending;

  final MarketView view;
  final PositionExits exits;
  @Nullable ExitTrigger requestedExit;
  @Nullable Signal requestedExitSignal;
  @Nullable Instant leavingSince;
  @Nullable Instant lastEntrySent;

  final List<CandleBuilder> candles;
  final BookCoverage coverage = new BookCoverage();

  MarketState(
      MarketFacts facts,
      Feed feed,
      PositionExits exits,
      List<CandleBuilder> candles,
      Function<MarketState, MarketView> view) {
    this.facts = facts;
    this.feed = feed;
    this.exits = exits;
    this.candles = candles;
    this.book = new LocalOrderBook(facts.ticker(), facts.grid()); // stale until the first snapshot
    this.view = view.apply(this);
  }

  MarketTicker market() {
    return facts.ticker();
  }

  boolean isOpen() {
    return phase == MarketPhase.OPEN;
  }

  /** Takes the top of the complete book. */
  void publish() {
    bid = book.bestBid().orElse(null);
    ask = book.bestAsk().orElse(null);
    published = true;
  }

  /** Returns the last published best bid for an outcome, in its prices; null if nobody bid. */
  @Nullable Price ownBid(OutcomeSide side) {
    if (side == OutcomeSide.YES) {
      return bid;
    }
    return ask == null ? null : ask.complement();
  }

  MarketQuote quote() {
    return new MarketQuote(market(), bid, ask, ticker == null ? Quantity.ZERO : ticker.volume());
  }
}
