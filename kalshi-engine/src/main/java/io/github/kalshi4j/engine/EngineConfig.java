package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.paper.Latency;
import java.time.Duration;

/**
 * How an engine runs, whatever strategy it runs.
 *
 * @param cash what the account starts with
 * @param groupTimeout how long without a book change a group may stay open before it counts as
 *     complete
 */
public record EngineConfig(
    Money cash,
    FillModel fillModel,
    Latency latency,
    BalancePrecision balancePrecision,
    Duration groupTimeout,
    long seed) {
  /** $10 000, pessimistic fills, 50 ms each way, a direct member, groups of 20 ms, seed 1. */
  public static final EngineConfig DEFAULT =
      new EngineConfig(
          Money.ofDollars(10_000),
          FillModel.PESSIMISTIC,
          Latency.DEFAULT,
          BalancePrecision.DIRECT_MEMBER,
          Duration.ofMillis(20),
          1);

  public EngineConfig {
    if (cash.signum() < 0) {
      throw new IllegalArgumentException("negative starting cash: " + cash);
    }
    if (groupTimeout.isNegative() || groupTimeout.isZero()) {
      throw new IllegalArgumentException("group timeout must be positive: " + groupTimeout);
    }
  }

  public EngineConfig withCash(Money value) {
    return new EngineConfig(value, fillModel, latency, balancePrecision, groupTimeout, seed);
  }

  public EngineConfig withFillModel(FillModel value) {
    return new EngineConfig(cash, value, latency, balancePrecision, groupTimeout, seed);
  }

  public EngineConfig withLatency(Latency value) {
    return new EngineConfig(cash, fillModel, value, balancePrecision, groupTimeout, seed);
  }

  public EngineConfig withSeed(long value) {
    return new EngineConfig(cash, fillModel, latency, balancePrecision, groupTimeout, value);
  }
}
