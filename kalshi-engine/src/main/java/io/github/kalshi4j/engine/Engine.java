package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.OrderDesk;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.engine.paper.PaperVenue;
import io.github.kalshi4j.risk.exit.PositionExits;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.ReferencePrice;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.candle.Candle;
import io.github.kalshi4j.strategy.candle.CandleBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The single-writer loop that runs one strategy against the paper venue. Whoever drives it pushes
 * events in order of receive time; everything else (latencies, group timeouts, openings, closings,
 * candles, settlements) is an action on its own clock. What is due at a time runs before an event
 * received at that time.
 *
 * <p><b>Groups.</b> The exchange's deltas of one timestamp belong together, and inside such a group
 * the book may be crossed. A group is complete when a delta of another timestamp comes in sequence,
 * when a snapshot comes, or when the book has not changed for 20 ms. Only then are, in this order,
 * resting and waiting orders matched, the top published, marks and exits evaluated, the universe
 * scanned, and the strategy called. Other callbacks that fall inside a group wait for its end.
 *
 * <p>One thread; nothing in it reads a system clock, so equal events give equal decisions.
 */
final class Engine {
  private final StrategySetup setup;
  private final long groupTimeoutNanos;
  private final Scheduler scheduler = new Scheduler();
  private final Map<MarketTicker, MarketState> markets = new LinkedHashMap<>();
  private final Map<String, ReferencePrice> references = new HashMap<>();
  private final Portfolio portfolio;
  private final PaperVenue venue;
  private final OrderDesk desk;
  private final Universe universe;
  private final StrategyHost host;
  private final Trader trader;
  private final DecisionLog decisions;
  private final RunStatistics statistics;
  private int orders;
  private boolean finished;
  private boolean timerStarted;

  Engine(StrategySetup setup, EngineConfig config) {
    this.setup = setup;
    this.groupTimeoutNanos = config.groupTimeout().toNanos();
    this.portfolio = new Portfolio(config.cash());
    this.venue =
        new PaperVenue(
            scheduler,
            config.latency(),
            config.fillModel(),
            config.cash(),
            config.balancePrecision(),
            this::onVenueEvent);
    this.desk = new OrderDesk(venue, () -> ClientOrderId.of("order-" + ++orders));
    Account account = new Account(portfolio, desk, markets, scheduler, config.balancePrecision());
    this.universe = new Universe(setup.selector());
    this.host = new StrategyHost(setup);
    this.decisions = new DecisionLog(scheduler);
    this.statistics = new RunStatistics(config.cash());
    this.trader =
        new Trader(
            markets,
            scheduler,
            portfolio,
            desk,
            account,
            setup.riskPlan(),
            universe,
            decisions,
            statistics);
  }

  /**
   * Opens a feed at a time: its markets are known from now on, and their books will come with it.
   *
   * @param clockOffsetNanos receive time less exchange time, by which openings, closings and candle
   *     boundaries are placed
   */
  Feed connect(Map<MarketTicker, MarketFacts> facts, long clockOffsetNanos, long nanos) {
    scheduler.runUntil(nanos);
    Feed feed = new Feed(Feed.grids(facts), clockOffsetNanos);
    for (MarketFacts market : facts.values()) {
      MarketState state = markets.get(market.ticker());
      if (state == null) {
        state = newMarket(market, feed);
        markets.put(market.ticker(), state);
        venue.openMarket(market, state.book);
      }
      state.facts = market;
      state.feed = feed;
      feed.markets().put(market.ticker(), state);
      schedulePhases(state);
      for (CandleBuilder candles : state.candles) {
        scheduleCandle(state, feed, candles);
      }
    }
    startTimer();
    trader.observeEquity(); // a breaker counts from what the account began with
    return feed;
  }

  /** Takes one message of a feed, received at a time that never goes back. */
  void onEvent(Feed feed, StreamEvent event, long nanos) {
    scheduler.runUntil(nanos);
    switch (event) {
      case BookDelta delta -> onDelta(feed, delta, nanos);
      case BookSnapshot snapshot -> onSnapshot(feed, snapshot, nanos);
      case Ticker ticker -> onTicker(feed, ticker);
      case PublicTrade trade -> onTrade(feed, trade);
      case MarketLifecycle lifecycle -> onLifecycle(feed, lifecycle);
      case StreamEvent other -> {
        feed.books().apply(other);
        noticeStale(feed, nanos);
      }
    }
  }

  /** Takes a price of an underlying. */
  void onReference(ReferencePrice price, long nanos) {
    scheduler.runUntil(nanos);
    references.put(price.symbol(), price);
    if (setup.subscriptions().references().contains(price.symbol())) {
      for (MarketState market : host.followed()) {
        call(market, (strategy, view) -> strategy.onReference(price, view));
      }
    }
  }

  /** The feed was interrupted and goes on: its books are stale until their next snapshots. */
  void onGap(Feed feed, long nanos) {
    scheduler.runUntil(nanos);
    feed.books().disconnected();
    noticeStale(feed, nanos);
  }

  /**
   * The feed has ended. Its last group may still be completed, and then its books are stale; other
   * feeds may go on meanwhile.
   */
  void disconnect(Feed feed) {
    scheduler.at(
        scheduler.nanos() + groupTimeoutNanos,
        () -> {
          List<MarketState> left =
              feed.markets().values().stream().filter(market -> market.feed == feed).toList();
          left.stream().filter(market -> market.groupOpen).forEach(this::completeGroup);
          feed.disconnect();
          noticeStale(feed, scheduler.nanos());
          left.forEach(market -> market.coverage.end(scheduler.nanos()));
        });
  }

  /**
   * Schedules the payout of a market.
   *
   * @param result null if it is not known: what is held then counts at its last own-side bid
   * @param beyondTape whether the data end before the market closes
   */
  void settleAt(
      MarketTicker market, @Nullable MarketResult result, boolean beyondTape, long nanos) {
    MarketState state = market(market);
    long closeNanos = state.closeNanos;
    scheduler.at(
        nanos,
        () -> {
          if (scheduler.nanos() < state.closeNanos) { // it was put off: so is what follows it
            settleAt(market, result, beyondTape, state.closeNanos + nanos - closeNanos);
          } else {
            settle(state, result, new TradeEnding(result == null, beyondTape));
          }
        });
  }

  /** Lets everything still due happen, and checks that we and the venue agree on the account. */
  void finish() {
    finished = true;
    scheduler.runAll();
    if (!portfolio.cash().equals(venue.cash())) {
      throw new IllegalStateException(
          "our ledger says " + portfolio.cash() + ", the venue's " + venue.cash());
    }
    if (!portfolio.positions().isEmpty()) {
      throw new IllegalStateException("positions were never settled: " + portfolio.positions());
    }
  }

  long nanos() {
    return scheduler.nanos();
  }

  Money cash() {
    return portfolio.cash();
  }

  boolean usedRestingOrders() {
    return venue.usedMakers();
  }

  Trader trader() {
    return trader;
  }

  RunStatistics statistics() {
    return statistics;
  }

  Map<MarketTicker, MarketState> markets() {
    return markets;
  }

  OrderDesk desk() {
    return desk;
  }

  String decisionHash() {
    return decisions.finish();
  }

  private MarketState newMarket(MarketFacts facts, Feed feed) {
    List<CandleBuilder> candles =
        setup.subscriptions().candles().stream()
            .map(c -> new CandleBuilder(facts.ticker(), c.source(), c.interval()))
            .toList();
    return new MarketState(
        facts,
        feed,
        new PositionExits(setup.riskPlan().exits()),
        candles,
        state -> new EngineView(state, scheduler, portfolio, desk, references));
  }

  private MarketState market(MarketTicker ticker) {
    MarketState state = markets.get(ticker);
    if (state == null) {
      throw new UnknownMarketException(ticker);
    }
    return state;
  }

  private void schedulePhases(MarketState market) {
    long offset = market.feed.clockOffsetNanos();
    long open = EpochNanos.of(market.facts.openTime()) + offset;
    long close = EpochNanos.of(market.facts.closeTime()) + offset;
    market.closeNanos = close;
    if (market.phase == MarketPhase.UNOPENED) {
      scheduler.at(open, () -> open(market));
    }
    if (market.phase == MarketPhase.UNOPENED || market.phase == MarketPhase.OPEN) {
      scheduler.at(
          close,
          () -> {
            if (market.closeNanos == close) { // it may have been moved since
              close(market);
            }
          });
    }
  }

  private void open(MarketState market) {
    if (market.phase == MarketPhase.UNOPENED && scheduler.nanos() < market.closeNanos) {
      if (market.valid) {
        market.coverage.valid(scheduler.nanos());
      }
      enter(market, MarketPhase.OPEN);
    }
  }

  private void close(MarketState market) {
    if (market.phase == MarketPhase.UNOPENED || market.phase == MarketPhase.OPEN) {
      market.closedNanos = scheduler.nanos();
      market.groupOpen = false; // the clearing of the book has begun; its last top stands
      market.coverage.end(scheduler.nanos());
      venue.onClose(market.market());
      runAfterGroup(market);
      enter(market, MarketPhase.CLOSED);
    }
  }

  private void settle(MarketState market, @Nullable MarketResult result, TradeEnding ending) {
    close(market);
    if (!desk.open(market.market()).isEmpty()) {
      // what was matched before the close may not have been heard of yet
      scheduler.at(scheduler.nanos() + groupTimeoutNanos, () -> settle(market, result, ending));
      return;
    }
    market.ending = ending;
    Position position = portfolio.position(market.market());
    if (result != null) {
      venue.settle(market.market(), result);
    } else if (!position.isFlat()) {
      Price bid = market.ownBid(position.side());
      Price mark = bid == null ? Price.ZERO : bid;
      venue.mark(market.market(), new MarketResult(position.side().toYes(mark)));
    }
    enter(market, MarketPhase.SETTLED);
    host.end(market);
  }

  private void enter(MarketState market, MarketPhase phase) {
    market.phase = phase;
    call(market, (strategy, view) -> strategy.onMarketPhase(phase, view));
  }

  private void scheduleCandle(MarketState market, Feed feed, CandleBuilder candles) {
    long interval = candles.interval().toNanos();
    long exchangeNow = scheduler.nanos() - feed.clockOffsetNanos();
    long next = (Math.floorDiv(exchangeNow, interval) + 1) * interval;
    scheduler.at(
        next + feed.clockOffsetNanos(),
        () -> {
          if (!finished && market.feed == feed && feed.isConnected()) {
            deliver(market, candles.advanceTo(exchangeNow(market)));
            if (market.phase == MarketPhase.UNOPENED || market.isOpen()) {
              scheduleCandle(market, feed, candles);
            }
          }
        });
  }

  private void startTimer() {
    if (setup.subscriptions().timer() != null && !timerStarted) {
      timerStarted = true;
      scheduleTimer(setup.subscriptions().timer().toNanos());
    }
  }

  private void scheduleTimer(long interval) {
    scheduler.at(
        scheduler.nanos() + interval,
        () -> {
          if (!finished) {
            for (MarketState market : host.followed()) {
              call(market, Strategy::onTimer);
            }
            scheduleTimer(interval);
          }
        });
  }

  private void onDelta(Feed feed, BookDelta delta, long nanos) {
    MarketState market = of(feed, delta.market());
    OrderBooks books = feed.books();
    if (market.groupOpen
        && delta.exchangeMicros() != market.groupMicros
        && books.continues(delta)) {
      completeGroup(market);
    }
    switch (books.apply(delta)) {
      case APPLIED_DELTA -> {
        market.groupOpen = true;
        market.groupMicros = delta.exchangeMicros();
        market.lastChangeNanos = nanos;
        venue.onDelta(delta);
        awaitGroupEnd(market);
      }
      case GAP, FAULT -> noticeStale(feed, nanos);
      case DUPLICATE, STALE_DROPPED, IGNORED, APPLIED_SNAPSHOT -> {}
    }
  }

  private void onSnapshot(Feed feed, BookSnapshot snapshot, long nanos) {
    MarketState market = of(feed, snapshot.market());
    if (market.groupOpen && feed.books().continues(snapshot)) {
      completeGroup(market);
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
    completeGroup(market);
  }

  private void awaitGroupEnd(MarketState market) {
    if (!market.groupTimerSet) {
      market.groupTimerSet = true;
      scheduler.at(market.lastChangeNanos + groupTimeoutNanos, () -> onGroupTimer(market));
    }
  }

  private void onGroupTimer(MarketState market) {
    market.groupTimerSet = false;
    if (market.groupOpen) {
      if (scheduler.nanos() >= market.lastChangeNanos + groupTimeoutNanos) {
        completeGroup(market);
      } else {
        awaitGroupEnd(market);
      }
    }
  }

  /** Everything that waits for a book that is complete. */
  private void completeGroup(MarketState market) {
    market.groupOpen = false;
    venue.onGroupEnd(market.market());
    if (!market.isOpen()) {
      runAfterGroup(market);
      return;
    }
    market.publish();
    statistics.bookUpdates++;
    trader.onBook(market);
    if (universe.isDue(scheduler.nanos())) {
      universe.scan(scheduler.nanos(), markets.values());
    }
    follow(market);
    runAfterGroup(market);
    if (market.bid != null && market.ask != null) {
      for (CandleBuilder candles : market.candles) {
        deliver(market, candles.mid(market.bid, market.ask, exchangeNow(market)));
      }
    }
    call(market, (strategy, view) -> strategy.onOrderBook(market.book, view));
  }

  /** Makes or moves an instance for an admitted market, and drops one that is done. */
  private void follow(MarketState market) {
    if (universe.admits(market.market())) {
      MarketFacts rolledFrom = host.admit(market).rolledFrom();
      if (rolledFrom != null) {
        call(market, (strategy, view) -> strategy.onRoll(rolledFrom, view));
      }
    } else if (portfolio.position(market.market()).isFlat()
        && desk.open(market.market()).isEmpty()) {
      host.drop(market);
    }
  }

  private void onTicker(Feed feed, Ticker ticker) {
    MarketState market = of(feed, ticker.market());
    market.ticker = ticker;
    call(market, (strategy, view) -> strategy.onTicker(ticker, view));
  }

  private void onTrade(Feed feed, PublicTrade trade) {
    MarketState market = of(feed, trade.market());
    venue.onTrade(trade);
    for (CandleBuilder candles : market.candles) {
      deliver(market, candles.trade(trade.price(), trade.quantity(), exchangeNow(market)));
    }
    call(market, (strategy, view) -> strategy.onTrade(trade, view));
  }

  private void onLifecycle(Feed feed, MarketLifecycle lifecycle) {
    feed.books().apply(lifecycle);
    MarketState market = feed.markets().get(lifecycle.market());
    if (market == null) {
      return; // the channel tells of every market of the exchange
    }
    Instant closeTime = lifecycle.closeTime();
    if (closeTime != null && !closeTime.equals(market.facts.closeTime())) {
      market.facts = market.facts.withCloseTime(closeTime);
      schedulePhases(market);
    }
    if (lifecycle.grid() != null) {
      market.facts = market.facts.withGrid(lifecycle.grid());
      venue.openMarket(market.facts, market.book);
    }
  }

  /** Takes note of every book of a feed that has just become stale. */
  private void noticeStale(Feed feed, long nanos) {
    for (MarketState market : feed.markets().values()) {
      if (market.valid && !market.book.isValid()) {
        market.valid = false;
        market.coverage.stale(nanos);
        market.groupOpen = false; // it may be incomplete, so it is never shown
        venue.onStale(market.market());
        runAfterGroup(market);
      }
    }
  }

  private void onVenueEvent(VenueEvent event) {
    switch (event) {
      case VenueEvent.OrderEvent answer -> {
        Fill fill = trader.on(answer);
        if (fill != null) {
          call(market(fill.market()), (strategy, view) -> strategy.onFill(fill, view));
        }
      }
      case VenueEvent.Settled settled -> {
        MarketState market = market(settled.market());
        TradeEnding ending = market.ending == null ? new TradeEnding(false, false) : market.ending;
        trader.settle(market, settled, ending);
      }
    }
  }

  private void deliver(MarketState market, List<Candle> candles) {
    for (Candle candle : candles) {
      call(market, (strategy, view) -> strategy.onCandle(candle, view));
    }
  }

  /** Calls the strategy that follows a market, if one does; not before an open group's end. */
  private void call(MarketState market, BiFunction<Strategy, MarketView, List<Intent>> callback) {
    if (market.groupOpen) {
      market.afterGroup.add(() -> callNow(market, callback));
    } else {
      callNow(market, callback);
    }
  }

  private void callNow(
      MarketState market, BiFunction<Strategy, MarketView, List<Intent>> callback) {
    StrategyHost.Instance instance = host.find(market);
    if (instance != null) {
      trader.handle(market, callback.apply(instance.strategy, market.view));
    }
  }

  private void runAfterGroup(MarketState market) {
    for (Runnable next = market.afterGroup.poll(); next != null; next = market.afterGroup.poll()) {
      next.run();
    }
  }

  private Instant exchangeNow(MarketState market) {
    return EpochNanos.toInstant(scheduler.nanos() - market.feed.clockOffsetNanos());
  }

  private static MarketState of(Feed feed, MarketTicker ticker) {
    MarketState market = feed.markets().get(ticker);
    if (market == null) {
      throw new UnknownMarketException(ticker);
    }
    return market;
  }
}
