package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.OrderDesk;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.OpenOrder;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.ReferencePrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A strategy's view of one market in a running engine. */
final class EngineView implements MarketView {
  private final MarketState state;
  private final Scheduler scheduler;
  private final Portfolio portfolio;
  private final OrderDesk desk;
  private final Map<String, ReferencePrice> references;

  EngineView(
      MarketState state,
      Scheduler scheduler,
      Portfolio portfolio,
      OrderDesk desk,
      Map<String, ReferencePrice> references) {
    this.state = state;
    this.scheduler = scheduler;
    this.portfolio = portfolio;
    this.desk = desk;
    this.references = references;
  }

  @Override
  public Instant now() {
    return scheduler.now();
  }

  @Override
  public MarketFacts market() {
    return state.facts;
  }

  @Override
  public MarketPhase phase() {
    return state.phase;
  }

  @Override
  public OrderBook book() {
    return state.book;
  }

  @Override
  public Optional<Ticker> ticker() {
    return Optional.ofNullable(state.ticker);
  }

  @Override
  public Position position() {
    return portfolio.position(state.market());
  }

  @Override
  public List<OpenOrder> openOrders() {
    return desk.views(state.market());
  }

  @Override
  public Optional<ReferencePrice> reference(String symbol) {
    return Optional.ofNullable(references.get(symbol));
  }

  @Override
  public Duration timeToClose() {
    return Duration.ofNanos(Math.max(0, state.closeNanos - scheduler.nanos()));
  }
}
