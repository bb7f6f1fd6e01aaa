package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.ObservingVenue;
import io.github.kalshi4j.engine.desk.OrderDesk;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.engine.paper.PaperVenue;
import io.github.kalshi4j.risk.exit.PositionExits;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.ReferencePrice;
import io.github.kalshi4j.strategy.candle.CandleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The single-writer loop that runs one strategy against a venue. Whoever drives it pushes events in
 * order of receive time; everything else (latencies, group timeouts, openings, closings, candles,
 * settlements) is an action on its own clock. What is due at a time runs before an event received
 * at that time.
 *
 * <p>Only when a book is complete ({@link BookGroups}) are, in this order, resting and waiting
 * orders matched, the top published, marks and exits evaluated, the universe scanned, and the
 * strategy called. Other callbacks that fall inside a group wait for its end.
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
  private final ObservingVenue venue;
  private final OrderDesk desk;
  private final Universe universe;
  private final StrategyHost host;
  private final Trader trader;
  private final StrategyCalls calls;
  private final BookGroups groups;
  private final MarketLife life;
  private final DecisionLog decisions;
  private final RunStatistics statistics;
  private int orders;
  private Money adopted = Money.ZERO;
  private boolean timerStarted;

  /** Makes the venue of an engine, which answers to the listener on the engine's thread. */
  interface VenueMaker {
    ObservingVenue make(Scheduler scheduler, Consumer<VenueEvent> listener);
  }

  /** Creates an engine that trades on paper. */
  Engine(StrategySetup setup, EngineConfig config) {
    this(setup, config, "order-", onPaper(config));
  }

  /**
   * Creates an engine.
   *
   * @param names how the names of its orders begin
   */
  Engine(StrategySetup setup, EngineConfig config, String names, VenueMaker venues) {
    this.setup = setup;
    this.groupTimeoutNanos = config.groupTimeout().toNanos();
    this.portfolio = new Portfolio(config.cash());
    this.venue = venues.make(scheduler, this::onVenueEvent);
    this.desk = new OrderDesk(venue, () -> ClientOrderId.of(names + ++orders));
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
    this.calls = new StrategyCalls(scheduler, host, trader);
    this.groups = new BookGroups(scheduler, venue, calls, groupTimeoutNanos, this::onCompleteBook);
    this.life = new MarketLife(scheduler, venue, desk, portfolio, host, calls, groupTimeoutNanos);
  }

  static VenueMaker onPaper(EngineConfig config) {
    return (scheduler, listener) ->
        new PaperVenue(
            scheduler,
            config.latency(),
            config.fillModel(),
            config.cash(),
            config.balancePrecision(),
            listener);
  }

  /**
   * Opens a feed at a time: its markets are known from now on, and their books will come with it.
   *
   * @param clockOffsetNanos receive time less exchange time, by which openings, closings and candle
   *     boundaries are placed
   */
  Feed connect(Map<MarketTicker, MarketFacts> facts, long clockOffsetNanos, long nanos) {
    scheduler.runUntil(nanos);
    Feed feed = new Feed(clockOffsetNanos);
    facts.values().forEach(market -> join(feed, market));
    Duration timer = setup.subscriptions().timer();
    if (timer != null && !timerStarted) {
      timerStarted = true;
      calls.startTimer(timer);
    }
    trader.observeEquity(); // a breaker counts from what the account began with
    return feed;
  }

  /** Makes another market of an open feed known; its book will come with the feed. */
  void add(Feed feed, MarketFacts market, long nanos) {
    scheduler.runUntil(nanos);
    join(feed, market);
  }

  private void join(Feed feed, MarketFacts market) {
    MarketState state = markets.get(market.ticker());
    if (state == null) {
      state = newMarket(market, feed);
      markets.put(market.ticker(), state);
      venue.openMarket(market, state.book);
    }
    state.facts = market;
    state.feed = feed;
    feed.markets().put(market.ticker(), state);
    life.schedule(state);
    calls.scheduleCandles(state, feed);
  }

  /** Takes one message of a feed, received at a time that never goes back. */
  void onEvent(Feed feed, StreamEvent event, long nanos) {
    scheduler.runUntil(nanos);
    switch (event) {
      case BookDelta delta -> groups.onDelta(feed, of(feed, delta.market()), delta, nanos);
      case BookSnapshot snapshot ->
          groups.onSnapshot(feed, of(feed, snapshot.market()), snapshot, nanos);
      case Ticker ticker -> onTicker(feed, ticker);
      case PublicTrade trade -> onTrade(feed, trade);
      case MarketLifecycle lifecycle -> onLifecycle(feed, lifecycle);
      case StreamEvent other -> {
        feed.books().apply(other);
        groups.noticeStale(feed, nanos);
      }
    }
  }

  /** Takes a price of an underlying. */
  void onReference(ReferencePrice price, long nanos) {
    scheduler.runUntil(nanos);
    references.put(price.symbol(), price);
    if (setup.subscriptions().references().contains(price.symbol())) {
      calls.callAll((strategy, view) -> strategy.onReference(price, view));
    }
  }

  /** The feed was interrupted and goes on: its books are stale until their next snapshots. */
  void onGap(Feed feed, long nanos) {
    scheduler.runUntil(nanos);
    feed.books().disconnected();
    groups.noticeStale(feed, nanos);
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
          left.stream().filter(market -> market.groupOpen).forEach(groups::complete);
          feed.disconnect();
          groups.noticeStale(feed, scheduler.nanos());
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
    life.settleAt(market(market), result, beyondTape, nanos);
  }

  /** Does something on the engine's own clock. */
  void at(long nanos, Runnable action) {
    scheduler.at(nanos, action);
  }

  /** Lets everything happen that is due by a time, if the clock is not there yet. */
  void advance(long nanos) {
    scheduler.runUntil(Math.max(nanos, scheduler.nanos()));
  }

  /** Returns when something is due next; the greatest long if nothing is. */
  long nextDue() {
    return scheduler.nextDue();
  }

  /**
   * Takes the facts of a market anew, as when its strike has become known.
   *
   * @throws UnknownMarketException if the market was never added
   */
  void update(MarketFacts facts) {
    MarketState market = market(facts.ticker());
    market.facts = facts;
    venue.openMarket(facts, market.book);
    life.schedule(market);
  }

  /** Forgets the book of a market that is over. */
  void remove(Feed feed, MarketTicker ticker) {
    MarketState market = feed.markets().remove(ticker);
    if (market != null) {
      feed.books().forget(ticker);
      market.coverage.end(scheduler.nanos());
    }
  }

  /** Takes over a position that was held before the run. */
  void adopt(Position position) {
    trader.adopt(market(position.market()), position);
    adopted = adopted.plus(position.cost());
  }

  /** Takes what positions cost that are held in markets not traded here. */
  void holdElsewhere(Money cost) {
    portfolio.setElsewhere(cost);
  }

  /** Returns what was paid before the run for positions that it took over. */
  Money adopted() {
    return adopted;
  }

  /** Calls the strategy no more, sends no order any more, and asks for every open one's end. */
  void halt() {
    calls.halt();
    trader.halt();
    desk.open().forEach(desk::cancel);
  }

  /** Ends what is still held at its last own-side bid, as a report needs it. */
  void conclude() {
    for (MarketState market : markets.values()) {
      market.coverage.end(scheduler.nanos());
      life.mark(market);
    }
    checkLedger();
  }

  Collection<Position> positions() {
    return List.copyOf(portfolio.positions());
  }

  Money equity() {
    return trader.equity();
  }

  /** Lets everything still due happen, and checks that we and the venue agree on the account. */
  void finish() {
    calls.stop();
    scheduler.runAll();
    checkLedger();
    if (!portfolio.positions().isEmpty()) {
      throw new IllegalStateException("positions were never settled: " + portfolio.positions());
    }
  }

  private void checkLedger() {
    Optional<Money> theirs = venue.ledger();
    if (theirs.isPresent() && !theirs.get().equals(portfolio.cash())) {
      throw new IllegalStateException(
          "our ledger says " + portfolio.cash() + ", the venue's " + theirs.get());
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

  /** Everything that waits for a book that is complete. */
  private void onCompleteBook(MarketState market) {
    if (!market.isOpen()) {
      calls.runWaiting(market);
      return;
    }
    boolean isFirst = !market.published;
    market.publish();
    statistics.bookUpdates++;
    trader.onBook(market);
    if (universe.isDue(scheduler.nanos(), isFirst)) {
      universe.scan(scheduler.nanos(), markets.values());
    }
    follow(market);
    calls.runWaiting(market);
    calls.mids(market);
    calls.call(market, (strategy, view) -> strategy.onOrderBook(market.book, view));
  }

  /** Makes or moves an instance for an admitted market, and drops one that is done. */
  private void follow(MarketState market) {
    if (universe.admits(market.market())) {
      MarketFacts rolledFrom = host.admit(market).rolledFrom();
      if (rolledFrom != null) {
        calls.call(market, (strategy, view) -> strategy.onRoll(rolledFrom, view));
      }
    } else if (portfolio.position(market.market()).isFlat()
        && desk.open(market.market()).isEmpty()) {
      host.drop(market);
    }
  }

  private void onTicker(Feed feed, Ticker ticker) {
    MarketState market = of(feed, ticker.market());
    market.ticker = ticker;
    calls.call(market, (strategy, view) -> strategy.onTicker(ticker, view));
  }

  private void onTrade(Feed feed, PublicTrade trade) {
    MarketState market = of(feed, trade.market());
    venue.onTrade(trade);
    for (CandleBuilder candles : market.candles) {
      Instant time = StrategyCalls.exchangeTime(market, scheduler.nanos());
      calls.deliver(market, candles.trade(trade.price(), trade.quantity(), time));
    }
    calls.call(market, (strategy, view) -> strategy.onTrade(trade, view));
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
      life.schedule(market);
    }
    if (lifecycle.grid() != null) {
      market.facts = market.facts.withGrid(lifecycle.grid());
      venue.openMarket(market.facts, market.book);
    }
  }

  private void onVenueEvent(VenueEvent event) {
    switch (event) {
      case VenueEvent.OrderEvent answer -> {
        Fill fill = trader.on(answer);
        if (fill != null) {
          calls.call(market(fill.market()), (strategy, view) -> strategy.onFill(fill, view));
        }
      }
      case VenueEvent.Settled settled -> {
        MarketState market = market(settled.market());
        TradeEnding ending = market.ending == null ? new TradeEnding(false, false) : market.ending;
        trader.settle(market, settled, ending);
      }
    }
  }

  private static MarketState of(Feed feed, MarketTicker ticker) {
    MarketState market = feed.markets().get(ticker);
    if (market == null) {
      throw new UnknownMarketException(ticker);
    }
    return market;
  }
}
