package io.github.kalshi4j.examples.momentum;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Parameter;
import java.math.BigDecimal;
import java.time.Duration;

/** The parameters of the momentum bot. Price moves and distances are dollars per contract. */
public record MomentumConfig(
    @Parameter("how far back the oldest point may lie that a move is measured from")
        Duration window,
    @Parameter("points the window must hold, the newest included; 2 or more") int minPoints,
    @Parameter("age of the newest point beyond which the whole history is discarded")
        Duration staleAfter,
    @Parameter("what the gap is measured by: book, or last-trades") GapSource gapSource,
    @Parameter("how much the gap must have closed, dollars") Price convergence,
    @Parameter("how much the mid must have moved, dollars") Price entry,
    @Parameter("move of the mid at which the confidence is 1, dollars") Price fullConfidenceMove,
    @Parameter("whether a move of the mid alone may be a signal") boolean pureMomentum,
    @Parameter("how many times entry the mid must have moved for that")
        BigDecimal pureMomentumFactor,
    @Parameter("move of the mid at which its confidence would be 1, dollars")
        Price pureMomentumFullConfidence,
    @Parameter("the most confidence it may have, 0 to 1") double pureMomentumCap,
    @Parameter("least time between two analyses of a market") Duration analysisInterval,
    @Parameter("stop loss below the entry, after its fee, dollars") Price stop,
    @Parameter("trailing stop below the highest bid, dollars") Price trail,
    @Parameter("profit that arms the trailing stop, dollars; 0 arms it at entry")
        Price trailActivation,
    @Parameter("confidence of an opposite signal that reverses a position, 0 to 1")
        double reversalConfidence,
    @Parameter("contracts per entry") Quantity orderSize,
    @Parameter("most contracts held in one market") Quantity positionLimit,
    @Parameter("most that can be lost over all markets, dollars") Money exposureLimit,
    @Parameter("least time between two entries in one market") Duration cooldown,
    @Parameter("loss of a day that ends all entries, dollars") Money dailyLoss,
    @Parameter("time between two scans for liquid markets") Duration scanInterval,
    @Parameter("widest spread of a market to trade, dollars") Price maxSpread,
    @Parameter("least volume of a market to trade, contracts") Quantity minVolume,
    @Parameter("most markets to trade at once") int maxMarkets) {

  public MomentumConfig {
    if (gapSource == GapSource.MIDS) {
      throw new IllegalArgumentException(
          "gapSource mids is always 0: Kalshi's book is reciprocal, so that the two mids add up to"
              + " exactly $1; use book");
    }
    positive("window", window);
    positive("staleAfter", staleAfter);
    positive("scanInterval", scanInterval);
    positive("entry", entry);
    positive("fullConfidenceMove", fullConfidenceMove);
    positive("pureMomentumFullConfidence", pureMomentumFullConfidence);
    positive("stop", stop);
    positive("trail", trail);
    check(minPoints >= 2, "minPoints must be 2 or more", minPoints);
    check(
        pureMomentumFactor.signum() > 0, "pureMomentumFactor must be positive", pureMomentumFactor);
    check(isShare(pureMomentumCap), "pureMomentumCap must be from 0 to 1", pureMomentumCap);
    check(
        isShare(reversalConfidence), "reversalConfidence must be from 0 to 1", reversalConfidence);
    check(
        !analysisInterval.isNegative(), "analysisInterval must not be negative", analysisInterval);
    check(!cooldown.isNegative(), "cooldown must not be negative", cooldown);
    check(!orderSize.isZero(), "orderSize must be positive", orderSize);
    check(exposureLimit.signum() > 0, "exposureLimit must be positive", exposureLimit);
    check(dailyLoss.signum() > 0, "dailyLoss must be positive", dailyLoss);
    check(maxMarkets >= 1, "maxMarkets must be 1 or more", maxMarkets);
  }

  public static MomentumConfig defaults() {
    return new MomentumConfig(
        Duration.ofSeconds(5),
        3,
        Duration.ofSeconds(10),
        GapSource.BOOK,
        Price.ofCents(3),
        Price.ofCents(2),
        Price.ofCents(5),
        false,
        new BigDecimal("1.5"),
        Price.ofCents(6),
        0.8,
        Duration.ofMillis(500),
        Price.ofCents(2),
        Price.ofCents(2),
        Price.ZERO,
        0.5,
        Quantity.ofContracts(5),
        Quantity.ofContracts(50),
        Money.ofDollars(500),
        Duration.ofSeconds(2),
        Money.ofDollars(50),
        Duration.ofSeconds(60),
        Price.ofCents(20),
        Quantity.ZERO,
        10);
  }

  private static void positive(String name, Duration value) {
    check(!value.isZero() && !value.isNegative(), name + " must be positive", value);
  }

  private static void positive(String name, Price value) {
    check(value.isAbove(Price.ZERO), name + " must be positive", value);
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void check(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ": " + value);
    }
  }
}
