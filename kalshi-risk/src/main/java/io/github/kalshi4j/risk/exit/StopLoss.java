package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.strategy.Position;
import java.util.Optional;

/**
 * Leaves a position that has lost a distance per contract: at {@code entry − distance}, where the
 * entry is the quantity-weighted price of what is held. Always armed.
 *
 * @param distance not zero
 * @param countFees whether the trigger lies lower by what entering was charged per contract
 */
public record StopLoss(Price distance, boolean countFees) implements ExitRule {
  public StopLoss {
    if (distance.equals(Price.ZERO)) {
      throw new IllegalArgumentException("stop distance must be above zero");
    }
  }

  @Override
  public String name() {
    return "stopLoss";
  }

  @Override
  public Optional<Money> trigger(HeldPosition held) {
    Position position = held.position();
    Money level = position.cost().minus(distance.times(position.quantity()));
    return Optional.of(countFees ? level.minus(position.fees()) : level);
  }
}
