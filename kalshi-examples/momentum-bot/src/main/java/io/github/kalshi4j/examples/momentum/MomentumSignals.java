package io.github.kalshi4j.examples.momentum;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads a move: a gap that closes while the mid moves speaks for the side it moves to. */
final class MomentumSignals {
  private final MomentumConfig config;
  private final Money pureMove; // in $0.000001, so that a move reaches it as it reaches the product

  MomentumSignals(MomentumConfig config) {
    this.config = config;
    this.pureMove = product(config.entry(), config.pureMomentumFactor());
  }

  Optional<Signal> read(GapWindow.Move move) {
    Money distance = move.midChange().max(move.midChange().negated());
    boolean converging = !move.gapChange().isAbove(config.convergence().perContract().negated());
    if (converging && reaches(distance, config.entry().perContract())) {
      double confidence = Math.min(1, ratio(distance, config.fullConfidenceMove()));
      return Optional.of(signal("convergence", confidence, move));
    }
    if (config.pureMomentum() && reaches(distance, pureMove)) {
      double confidence =
          Math.min(config.pureMomentumCap(), ratio(distance, config.pureMomentumFullConfidence()));
      return Optional.of(signal("momentum", confidence, move));
    }
    return Optional.empty();
  }

  private static Signal signal(String name, double confidence, GapWindow.Move move) {
    OutcomeSide side = move.midChange().signum() > 0 ? OutcomeSide.YES : OutcomeSide.NO;
    return new Signal(
        name,
        side,
        confidence,
        List.of(
            Figure.of("gap", move.newest().gap()),
            Figure.of("gapChange", move.gapChange()),
            Figure.of("mid", move.newest().mid()),
            Figure.of("midChange", move.midChange()),
            Figure.of("points", move.points()),
            Figure.of("oldestAge", Duration.between(move.oldest().time(), move.newest().time()))));
  }

  private static boolean reaches(Money distance, Money least) {
    return !least.isAbove(distance);
  }

  private static double ratio(Money distance, Price full) {
    return (double) distance.micros() / full.perContract().micros();
  }

  private static Money product(Price price, BigDecimal factor) {
    BigDecimal micros = factor.multiply(BigDecimal.valueOf(price.perContract().micros()));
    return Money.ofMicros(micros.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
