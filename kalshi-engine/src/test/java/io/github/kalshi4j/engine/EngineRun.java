package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.risk.RiskPipeline;
import io.github.kalshi4j.risk.RiskRule;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.exit.ExitRule;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.risk.sizing.FixedSize;
import io.github.kalshi4j.strategy.InstanceScope;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketSelector;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.Subscriptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a scripted strategy on scripted recordings; what is not said is permissive. */
final class EngineRun {
  final List<String> calls = new ArrayList<>();
  private final Map<Long, Intent[]> wishes = new LinkedHashMap<>();
  private final Map<MarketTicker, Map<Long, Intent[]>> wishesOf = new LinkedHashMap<>();
  private EngineConfig config = EngineConfig.DEFAULT;
  private Subscriptions subscriptions = Subscriptions.NONE;
  private InstanceScope scope = InstanceScope.MARKET;
  private @Nullable MarketSelector selector;
  private RiskRule[] rules = {};
  private ExitRule[] exits = {};
  private List<CircuitBreaker> breakers = List.of();
  private @Nullable Strategy strategy;

  EngineRun at(long millis, Intent... intents) {
    wishes.put(millis, intents);
    return this;
  }

  /** As {@link #at(long, Intent...)}, for the strategy of one market. */
  EngineRun in(MarketTicker market, long millis, Intent... intents) {
    wishesOf.computeIfAbsent(market, m -> new LinkedHashMap<>()).put(millis, intents);
    return this;
  }

  EngineRun config(EngineConfig value) {
    config = value;
    return this;
  }

  EngineRun subscriptions(Subscriptions value) {
    subscriptions = value;
    return this;
  }

  /** Runs this instead of a scripted strategy. */
  EngineRun strategy(Strategy value) {
    strategy = value;
    return this;
  }

  EngineRun rolling() {
    scope = InstanceScope.ROLLING_SERIES;
    return this;
  }

  EngineRun selector(MarketSelector value) {
    selector = value;
    return this;
  }

  EngineRun rules(RiskRule... value) {
    rules = value;
    return this;
  }

  EngineRun exits(ExitRule... value) {
    exits = value;
    return this;
  }

  EngineRun breaker(CircuitBreaker value) {
    breakers = List.of(value);
    return this;
  }

  BacktestReport on(Recording... recordings) {
    return Backtest.run(this::setup, Arrays.asList(recordings), config, progress -> {});
  }

  private StrategySetup setup() {
    List<RiskRule> all = new ArrayList<>(List.of(rules));
    all.addAll(breakers);
    RiskPlan plan =
        new RiskPlan(
            new FixedSize(Quantity.ofContracts(5)),
            RiskPipeline.of(all.toArray(RiskRule[]::new)),
            List.of(exits),
            breakers);
    return new StrategySetup(
        "scripted",
        List.of(),
        subscriptions,
        scope,
        selector,
        plan,
        market -> {
          if (strategy != null) {
            return strategy;
          }
          ScriptedStrategy strategy = new ScriptedStrategy(calls);
          wishes.forEach(strategy::at);
          wishesOf.getOrDefault(market.ticker(), Map.of()).forEach(strategy::at);
          return strategy;
        });
  }
}
