package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.DeskOrder;
import io.github.kalshi4j.engine.desk.OrderDesk;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.risk.AccountView;
import io.github.kalshi4j.strategy.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The account as risk sees it: the portfolio, the orders still open, and the published marks. */
final class Account implements AccountView {
  private final Portfolio portfolio;
  private final OrderDesk desk;
  private final Map<MarketTicker, MarketState> markets;
  private final Scheduler scheduler;
  private final BalancePrecision precision;

  Account(
      Portfolio portfolio,
      OrderDesk desk,
      Map<MarketTicker, MarketState> markets,
      Scheduler scheduler,
      BalancePrecision precision) {
    this.portfolio = portfolio;
    this.desk = desk;
    this.markets = markets;
    this.scheduler = scheduler;
    this.precision = precision;
  }

  @Override
  public Instant now() {
    return scheduler.now();
  }

  @Override
  public MarketFacts market(MarketTicker market) {
    return state(market).facts;
  }

  @Override
  public Position position(MarketTicker market) {
    return portfolio.position(market);
  }

  @Override
  public Quantity pendingEntries(MarketTicker market) {
    return desk.pendingEntries(market);
  }

  @Override
  public boolean isExiting(MarketTicker market) {
    MarketState state = state(market);
    return state.requestedExit != null
        || state.exits.isFired()
        || desk.hasOpen(market, OrderPurpose.EXIT);
  }

  @Override
  public Optional<Instant> lastEntrySent(MarketTicker market) {
    return Optional.ofNullable(state(market).lastEntrySent);
  }

  @Override
  public Money exposure() {
    Money exposure = pendingCost().plus(portfolio.elsewhere());
    for (Position position : portfolio.positions()) {
      exposure = exposure.plus(position.cost()).plus(position.fees());
    }
    return exposure;
  }

  @Override
  public Money availableCash() {
    return portfolio.cash().minus(pendingCost());
  }

  @Override
  public Money equity() {
    Money equity = portfolio.cash().plus(portfolio.elsewhere());
    for (Position position : portfolio.positions()) {
      equity = equity.plus(mark(position));
    }
    return equity;
  }

  @Override
  public BalancePrecision balancePrecision() {
    return precision;
  }

  /** Returns what a position would bring at the own side's best bid, less the taker fee. */
  private Money mark(Position position) {
    MarketState state = state(position.market());
    Price ownBid = state.ownBid(position.side());
    if (ownBid == null) {
      return Money.ZERO;
    }
    Money proceeds = ownBid.times(position.quantity());
    Price price = position.side().toYes(ownBid);
    return proceeds.minus(
        new OrderFees(state.facts.fees(), precision)
            .charge(Liquidity.TAKER, price, position.quantity(), proceeds)
            .net());
  }

  /** Returns the worst case of the open entries, with taker fees. */
  private Money pendingCost() {
    Money cost = Money.ZERO;
    for (DeskOrder order : desk.open()) {
      if (order.purpose() == OrderPurpose.ENTRY) {
        cost = cost.plus(order.limit().times(order.remaining())).plus(takerFee(order));
      }
    }
    return cost;
  }

  /** Returns the estimated fee of what is open; zero where there is no formula to fill it by. */
  private Money takerFee(DeskOrder order) {
    FeeSchedule fees = state(order.market()).facts.fees();
    return fees.type().isComputable()
        ? fees.estimate(
            Liquidity.TAKER,
            order.order().side(),
            order.order().price(),
            order.remaining(),
            precision)
        : Money.ZERO;
  }

  private MarketState state(MarketTicker market) {
    MarketState state = markets.get(market);
    if (state == null) {
      throw new IllegalArgumentException("the engine does not know market " + market);
    }
    return state;
  }
}
