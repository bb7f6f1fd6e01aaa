package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.ReferencePrice;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.Subscriptions;
import io.github.kalshi4j.strategy.candle.CandleBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changes once the first event has come. */
final class TesterRun {
  final Strategy strategy;
  final Subscriptions subscriptions;
  final Map<String, ReferencePrice> references = new HashMap<>();
  Instant now;
  MarketFacts market;
  MarketPhase phase;
  LocalOrderBook book;
  List<CandleBuilder> builders;
  @Nullable Ticker ticker;
  @Nullable Instant nextTimer;
  long trades;
  long fills;

  TesterRun(Strategy strategy, Subscriptions subscriptions, MarketFacts market, Instant start) {
    this.strategy = strategy;
    this.subscriptions = subscriptions;
    this.now = start;
    this.market = market;
    this.phase = MarketPhase.UNOPENED;
    this.book = new LocalOrderBook(market.ticker(), market.grid());
    this.builders = List.of();
    this.nextTimer = subscriptions.timer() == null ? null : start.plus(timer());
    enter(market);
  }

  void enter(MarketFacts next) {
    market = next;
    phase = MarketPhase.UNOPENED;
    phase = phaseByClock();
    book = new LocalOrderBook(next.ticker(), next.grid());
    ticker = null;
    builders =
        subscriptions.candles().stream()
            .map(kind -> new CandleBuilder(next.ticker(), kind.source(), kind.interval()))
            .toList();
    builders.forEach(builder -> builder.advanceTo(now));
  }

  Duration timer() {
    Duration timer = subscriptions.timer();
    return timer == null ? Duration.ZERO : timer;
  }

  /** Returns whether candles are still made. */
  boolean hasCandles() {
    return phase == MarketPhase.UNOPENED || phase == MarketPhase.OPEN;
  }

  /** Returns when the clock brings something next. */
  Optional<Instant> nextDue() {
    List<Instant> due = new ArrayList<>();
    if (hasCandles()) {
      builders.forEach(builder -> builder.nextClose().ifPresent(due::add));
    }
    if (nextTimer != null) {
      due.add(nextTimer);
    }
    if (now.isBefore(market.openTime())) {
      due.add(market.openTime());
    } else if (now.isBefore(market.closeTime())) {
      due.add(market.closeTime());
    }
    return due.stream().min(Instant::compareTo);
  }

  /** Returns the phase the clock has brought; a later one that a test has said stays. */
  MarketPhase phaseByClock() {
    MarketPhase reached =
        now.isBefore(market.openTime())
            ? MarketPhase.UNOPENED
            : now.isBefore(market.closeTime()) ? MarketPhase.OPEN : MarketPhase.CLOSED;
    return reached.compareTo(phase) > 0 ? reached : phase;
  }
}
