package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.risk.plan.RiskManaged;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.InstanceScope;
import io.github.kalshi4j.strategy.MarketSelector;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.StrategyProvider;
import io.github.kalshi4j.strategy.Subscriptions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A strategy, configured and ready for one run. It holds what keeps state during a run (the
 * selector, the risk plan), so each run needs a setup of its own.
 *
 * @param parameters the configuration, for the report
 * @param selector what chooses the markets; null to trade all
 */
record StrategySetup(
    String name,
    List<Figure> parameters,
    Subscriptions subscriptions,
    InstanceScope scope,
    @Nullable MarketSelector selector,
    RiskPlan riskPlan,
    Function<MarketFacts, Strategy> factory) {
  StrategySetup {
    parameters = List.copyOf(parameters);
  }

  /** Returns a new setup of a configured strategy. */
  static <C extends Record> StrategySetup of(Configuration<C> configuration) {
    StrategyProvider<C> provider = configuration.provider();
    C values = configuration.value();
    return new StrategySetup(
        provider.name(),
        configuration.parameters().stream()
            .map(parameter -> Figure.of(parameter.name(), parameter.value()))
            .toList(),
        provider.subscriptions(values),
        provider.scope(values),
        provider.selector(values).orElse(null),
        riskPlan(provider, values),
        market -> provider.create(values, market));
  }

  @SuppressWarnings("unchecked") // a provider's two type arguments are one and the same
  private static <C extends Record> RiskPlan riskPlan(StrategyProvider<C> provider, C values) {
    return provider instanceof RiskManaged<?> managed
        ? ((RiskManaged<C>) managed).riskPlan(values)
        : RiskPlan.conservative();
  }
}
