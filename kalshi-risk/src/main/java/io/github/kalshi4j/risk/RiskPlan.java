package io.github.kalshi4j.risk;

import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.exit.ExitRule;
import io.github.kalshi4j.risk.sizing.Sizer;
import java.util.List;

/**
 * Everything that bounds one strategy: how much an entry asks for, which limits it meets, when a
 * position is left, and what stops trading altogether.
 *
 * @param exits evaluated on every book update of a market with a position
 * @param breakers evaluated at every fill and mark
 */
public record RiskPlan(
    Sizer sizer, RiskPipeline pipeline, List<ExitRule> exits, List<CircuitBreaker> breakers) {
  public RiskPlan {
    exits = List.copyOf(exits);
    breakers = List.copyOf(breakers);
  }
}
