package io.github.kalshi4j.risk.plan;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.AvailableCash;
import io.github.kalshi4j.risk.Cooldown;
import io.github.kalshi4j.risk.NoEntryWhileExiting;
import io.github.kalshi4j.risk.OneEntryInFlight;
import io.github.kalshi4j.risk.OneSidePerMarket;
import io.github.kalshi4j.risk.PositionPerMarket;
import io.github.kalshi4j.risk.RiskPipeline;
import io.github.kalshi4j.risk.TotalExposure;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.exit.ExitRule;
import io.github.kalshi4j.risk.sizing.FixedSize;
import io.github.kalshi4j.risk.sizing.Sizer;
import java.time.Duration;
import java.util.List;

/**
 * Everything that bounds one strategy: how much an entry asks for, which limits it meets, when a
 * position is left, and what stops trading altogether.
 *
 * @param exits evaluated on every book update of a market with a position
 * @param breakers evaluated at every fill and mark; each is also a rule of the pipeline
 */
public record RiskPlan(
    Sizer sizer, RiskPipeline pipeline, List<ExitRule> exits, List<CircuitBreaker> breakers) {
  public RiskPlan {
    exits = List.copyOf(exits);
    breakers = List.copyOf(breakers);
    for (CircuitBreaker breaker : breakers) {
      if (!pipeline.rules().contains(breaker)) {
        throw new IllegalArgumentException(
            "breaker " + breaker.name() + " is no rule of the pipeline, so it could stop nothing");
      }
    }
  }

  /**
   * Returns a new plan for a strategy that brings none: one contract an entry unless it states its
   * quantity, 10 contracts a market, $50 of exposure, 5 s between entries, and an end to entries
   * once a day has lost $10. It leaves no position by itself, because when to leave is part of the
   * strategy.
   */
  public static RiskPlan conservative() {
    CircuitBreaker breaker = CircuitBreaker.dailyLoss(Money.ofDollars(10));
    return new RiskPlan(
        new FixedSize(Quantity.ofContracts(1)),
        RiskPipeline.of(
            new OneSidePerMarket(),
            new OneEntryInFlight(),
            new NoEntryWhileExiting(),
            new PositionPerMarket(Quantity.ofContracts(10)),
            new TotalExposure(Money.ofDollars(50)),
            new AvailableCash(),
            new Cooldown(Duration.ofSeconds(5)),
            breaker),
        List.of(),
        List.of(breaker));
  }
}
