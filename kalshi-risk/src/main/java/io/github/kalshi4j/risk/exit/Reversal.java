package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.Signal;
import java.util.List;
import java.util.Optional;

/**
 * Leaves a position when the strategy's own signal turns against it. It looks at signals, not at
 * prices, so a strategy asks it, and wishes the exit itself.
 *
 * @param minConfidence from 0 to 1; a signal of exactly this confidence fires
 */
public record Reversal(double minConfidence) {
  public static final String NAME = "reversal";

  public Reversal {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("confidence outside 0 to 1: " + minConfidence);
    }
  }

  /** Returns the exit if something is held and the signal speaks for the other outcome. */
  public Optional<ExitTrigger> check(Position position, Signal signal) {
    if (!position.isOn(signal.side().opposite()) || signal.confidence() < minConfidence) {
      return Optional.empty();
    }
    return Optional.of(
        new ExitTrigger(
            NAME,
            List.of(
                Figure.of("side", position.side().wire()),
                Figure.of("quantity", position.quantity()),
                Figure.of("confidence", signal.confidence()),
                Figure.of("minConfidence", minConfidence))));
  }
}
