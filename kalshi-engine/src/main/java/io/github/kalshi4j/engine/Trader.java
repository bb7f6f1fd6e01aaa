package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.DeskOrder;
import io.github.kalshi4j.engine.desk.OrderDesk;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.risk.Assessment;
import io.github.kalshi4j.risk.RiskPipeline;
import io.github.kalshi4j.risk.RiskRule;
import io.github.kalshi4j.risk.breaker.Action;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.breaker.Trip;
import io.github.kalshi4j.risk.exit.ExitTrigger;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns intents into orders and answers into positions. Entries pass the risk pipeline; exits never
 * wait for it. A position being left is sold at the own side's best bid, one order at a time, again
 * at each complete book update until nothing remains.
 */
final class Trader {
  private final Map<MarketTicker, MarketState> markets;
  private final Scheduler scheduler;
  private final Portfolio portfolio;
  private final OrderDesk desk;
  private final Account account;
  private final RiskPlan plan;
  private final RiskPipeline pipeline;
  private final DecisionLog decisions;
  private final RunStatistics statistics;
  private final TradeLog trades = new TradeLog();
  private final Map<CircuitBreaker, Trip> lastTrips = new HashMap<>();
  private final List<Trip> trips = new ArrayList<>();
  private boolean halted;

  Trader(
      Map<MarketTicker, MarketState> markets,
      Scheduler scheduler,
      Portfolio portfolio,
      OrderDesk desk,
      Account account,
      RiskPlan plan,
      Universe universe,
      DecisionLog decisions,
      RunStatistics statistics) {
    this.markets = markets;
    this.scheduler = scheduler;
    this.portfolio = portfolio;
    this.desk = desk;
    this.account = account;
    this.plan = plan;
    this.pipeline = gated(plan.pipeline(), universe);
    this.decisions = decisions;
    this.statistics = statistics;
  }

  TradeLog trades() {
    return trades;
  }

  List<Trip> trips() {
    return List.copyOf(trips);
  }

  /** Sends no order any more, whatever happens. */
  void halt() {
    halted = true;
  }

  /** Takes over a position that was held before anything was traded. */
  void adopt(MarketState market, Position position) {
    portfolio.adopt(position);
    trades.adopt(position, scheduler.now());
    market.exits.onFill(position);
    decisions.add("adopted", position);
    statistics.exposure(account.exposure());
    observeEquity();
  }

  Money equity() {
    return account.equity();
  }

  /** Does what a strategy wants in its market, as far as risk lets it. */
  void handle(MarketState market, List<Intent> intents) {
    for (Intent intent : intents) {
      if (!intent.market().equals(market.market())) {
        throw new IllegalStateException(
            "the strategy of market " + market.market() + " wants to act in " + intent.market());
      }
      decisions.add("intent", intent);
      switch (intent) {
        case Intent.Enter entry -> enter(market, entry);
        case Intent.Exit exit -> exit(market, exit);
        case Intent.Quote quote -> quote(market, quote);
        case Intent.Cancel cancel -> cancel(market, cancel);
      }
    }
  }

  /** Evaluates the exits of a market at a complete book update. */
  void onBook(MarketState market) {
    Position position = portfolio.position(market.market());
    if (position.isFlat()) {
      return;
    }
    Price ownBid = market.ownBid(position.side());
    Optional<ExitTrigger> fired = market.exits.onUpdate(position, ownBid);
    observeEquity();
    if (market.requestedExit != null) {
      leave(market, position, market.requestedExit, market.requestedExitSignal);
    } else if (fired.isPresent()) {
      leave(market, position, fired.get(), null);
    }
  }

  /** Takes an answer about an order in; returns the fill if it is a new one. */
  @Nullable Fill on(VenueEvent.OrderEvent event) {
    OrderDesk.Answer answer = desk.on(event);
    if (!answer.news()) {
      return null;
    }
    decisions.add("answer", event);
    if (event instanceof VenueEvent.Accepted) {
      cancelIfTripped(answer.order());
    }
    return event instanceof VenueEvent.Filled filled ? filled(answer.order(), filled) : null;
  }

  /** Books the payout of what is still held in a market. */
  void settle(MarketState market, VenueEvent.Settled settled, TradeEnding ending) {
    Position position = portfolio.position(market.market());
    if (position.isFlat()) {
      return;
    }
    Price payout = settled.result().payoutOf(position.side());
    Money proceeds = portfolio.payOut(market.market(), payout, settled.fee());
    Instant close = EpochNanos.toInstant(market.closedNanos);
    trades.end(settled, close, proceeds, ending.of(position, payout));
    endPosition(market);
    decisions.add("settled", market.market() + " at " + payout);
    observeEquity();
  }

  /** Tells the breakers and the statistics what the account is worth now. */
  void observeEquity() {
    Money equity = account.equity();
    statistics.equity(equity);
    for (CircuitBreaker breaker : plan.breakers()) {
      breaker.observe(scheduler.now(), equity);
      Optional<Trip> trip = breaker.trip();
      if (trip.isPresent() && !trip.get().equals(lastTrips.put(breaker, trip.get()))) {
        trips.add(trip.get());
        decisions.add("trip", trip.get());
        act(breaker.action(), breaker.name());
      }
    }
  }

  private void enter(MarketState market, Intent.Enter entry) {
    Quantity requested = plan.sizer().size(entry, account);
    Assessment assessment = pipeline.assess(entry, requested, account);
    decisions.add("assessment", assessment);
    statistics.assessed(assessment);
    if (halted || assessment.isDenied()) {
      return;
    }
    LimitOrder order =
        LimitOrder.of(
                entry.market(),
                entry.side().bookSide(),
                entry.side().toYes(entry.limit()),
                assessment.approved(),
                entry.timeInForce())
            .withPostOnly(entry.postOnly());
    market.lastEntrySent = scheduler.now();
    send(order, new DeskOrder.Reason.Entry(assessment));
    statistics.exposure(account.exposure());
  }

  private void exit(MarketState market, Intent.Exit exit) {
    Position position = portfolio.position(market.market());
    if (position.isFlat()) {
      return;
    }
    if (market.exits.isFired()) {
      return; // it is being left already, for the reason that came first
    }
    if (market.requestedExit == null) {
      market.requestedExit = new ExitTrigger(exit.rule(), figures(exit.signal()));
      market.requestedExitSignal = exit.signal();
    }
    if (market.isOpen() && market.book.isValid()) {
      leave(market, position, market.requestedExit, market.requestedExitSignal);
    }
  }

  private static List<Figure> figures(@Nullable Signal signal) {
    return signal == null ? List.of() : signal.figures();
  }

  private void leave(
      MarketState market, Position position, ExitTrigger trigger, @Nullable Signal signal) {
    cancelEntries(market.market());
    Instant firedAt = market.leavingSince == null ? scheduler.now() : market.leavingSince;
    market.leavingSince = firedAt;
    Price ownBid = market.ownBid(position.side());
    if (halted || ownBid == null || desk.hasOpen(market.market(), OrderPurpose.EXIT)) {
      return;
    }
    // To leave YES is to ask at the YES price of its bid; to leave NO is to bid for YES.
    LimitOrder order =
        LimitOrder.immediateOrCancel(
                market.market(),
                position.side().opposite().bookSide(),
                position.side().toYes(ownBid),
                position.quantity())
            .withReduceOnly(true);
    DeskOrder.Reason reason =
        new DeskOrder.Reason.Exit(trigger, firedAt, ownBid, position.quantity(), signal);
    trades.leaving(send(order, reason));
  }

  private void quote(MarketState market, Intent.Quote quote) {
    quoteSide(market, quote, OutcomeSide.YES, quote.bid());
    Price ask = quote.ask();
    quoteSide(market, quote, OutcomeSide.NO, ask == null ? null : ask.complement());
  }

  private void quoteSide(
      MarketState market, Intent.Quote quote, OutcomeSide side, @Nullable Price limit) {
    boolean kept = false;
    for (DeskOrder order : desk.open(market.market())) {
      if (!isRestingEntry(order) || order.outcome() != side) {
        continue;
      }
      if (!kept
          && !order.isCancelRequested()
          && order.limit().equals(limit)
          && !order.remaining().isAbove(quote.quantity())) {
        kept = true;
      } else {
        desk.cancel(order);
      }
    }
    if (!kept && limit != null) {
      enter(
          market,
          new Intent.Enter(
              quote.market(),
              side,
              limit,
              quote.quantity(),
              TimeInForce.GOOD_TILL_CANCELED,
              true,
              quote.signal(),
              false));
    }
  }

  private void cancel(MarketState market, Intent.Cancel cancel) {
    for (DeskOrder order : desk.open(market.market())) {
      if (cancel.order() == null || order.id().equals(cancel.order())) {
        desk.cancel(order);
      }
    }
  }

  private void cancelEntries(MarketTicker market) {
    for (DeskOrder order : desk.open(market)) {
      if (isRestingEntry(order)) {
        desk.cancel(order);
      }
    }
  }

  private static boolean isRestingEntry(DeskOrder order) {
    return order.purpose() == OrderPurpose.ENTRY
        && order.order().timeInForce() == TimeInForce.GOOD_TILL_CANCELED;
  }

  private DeskOrder send(LimitOrder order, DeskOrder.Reason reason) {
    DeskOrder sent = desk.send(order, reason, scheduler.now());
    decisions.add("order", sent.id() + " " + order);
    statistics.sent(sent);
    return sent;
  }

  private Fill filled(DeskOrder order, VenueEvent.Filled event) {
    Fill fill =
        new Fill(
            event.trade(),
            order.id(),
            order.market(),
            order.outcome(),
            order.outcome().toYes(event.price()),
            event.quantity(),
            event.liquidity(),
            event.fee().net(),
            event.time());
    Portfolio.Booking booking = portfolio.fill(fill);
    trades.fill(order, event, booking);
    statistics.filled(order, fill.quantity());
    MarketState market = state(order.market());
    Position position = portfolio.position(order.market());
    market.exits.onFill(position);
    if (!booking.closed().isZero() && (position.isFlat() || !booking.opened().isZero())) {
      endPosition(market); // what is held now, if anything, is another position
    }
    statistics.exposure(account.exposure());
    observeEquity();
    flattenIfTripped(market, position);
    return fill;
  }

  private void endPosition(MarketState market) {
    market.exits.onFill(portfolio.position(market.market()));
    market.requestedExit = null;
    market.requestedExitSignal = null;
    market.leavingSince = null;
  }

  private void act(Action action, String breaker) {
    if (action.includes(Action.CANCEL_RESTING)) {
      for (DeskOrder order : desk.open()) {
        if (order.purpose() == OrderPurpose.ENTRY) {
          desk.cancel(order);
        }
      }
    }
    if (action.includes(Action.FLATTEN)) {
      for (Position position : List.copyOf(portfolio.positions())) {
        exit(state(position.market()), new Intent.Exit(position.market(), breaker, null));
      }
    }
  }

  /** Cancels what a breaker's cancellation overtook on its way. */
  private void cancelIfTripped(DeskOrder order) {
    if (isRestingEntry(order) && isTripped(Action.CANCEL_RESTING)) {
      desk.cancel(order);
    }
  }

  private boolean isTripped(Action action) {
    return plan.breakers().stream()
        .anyMatch(breaker -> breaker.trip().isPresent() && breaker.action().includes(action));
  }

  /** Leaves what was filled although a breaker had flattened everything: it was on its way. */
  private void flattenIfTripped(MarketState market, Position position) {
    for (CircuitBreaker breaker : plan.breakers()) {
      if (breaker.trip().isPresent()
          && breaker.action().includes(Action.FLATTEN)
          && !position.isFlat()) {
        exit(market, new Intent.Exit(market.market(), breaker.name(), null));
      }
    }
  }

  private MarketState state(MarketTicker market) {
    MarketState state = markets.get(market);
    if (state == null) {
      throw new IllegalStateException("the engine does not know market " + market);
    }
    return state;
  }

  private RiskPipeline gated(RiskPipeline rules, Universe universe) {
    Stream<RiskRule> gates =
        Stream.of(
            new Gate("marketOpen", "the market is not open", e -> state(e.market()).isOpen()),
            new Gate("validBook", "the book is stale", e -> state(e.market()).book.isValid()),
            new Gate(
                "universe", "the market is not in the universe", e -> universe.admits(e.market())),
            new Gate(
                "priceGrid",
                "the limit is not on the market's price grid",
                e -> state(e.market()).facts.grid().contains(e.side().toYes(e.limit()))));
    return RiskPipeline.of(Stream.concat(gates, rules.rules().stream()).toArray(RiskRule[]::new));
  }
}
