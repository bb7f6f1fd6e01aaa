package io.github.kalshi4j.risk.plan;

/**
 * A strategy provider that brings its own risk plan; without one a strategy runs under {@link
 * RiskPlan#conservative()}.
 *
 * @param <C> the strategy's configuration
 */
public interface RiskManaged<C extends Record> {
  /** Returns the plan for one run; a new one each time, because breakers keep state. */
  RiskPlan riskPlan(C configuration);
}
