package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.strategy.Position;
import java.util.Optional;

/**
 * Leaves a position whose own-side best bid has fallen a distance from its highest: at {@code
 * highest − distance}.
 *
 * @param distance not zero
 * @param activation how far above the entry the highest bid must have been before the rule is
 *     armed; zero to arm it at entry, even where the bid is below it
 */
public record TrailingStop(Price distance, Price activation) implements ExitRule {
  public TrailingStop {
    if (distance.equals(Price.ZERO)) {
      throw new IllegalArgumentException("trailing distance must be above zero");
    }
  }

  @Override
  public String name() {
    return "trailingStop";
  }

  @Override
  public Optional<Money> trigger(HeldPosition held) {
    Position position = held.position();
    Money highest = held.highest().times(position.quantity());
    if (!activation.equals(Price.ZERO)) {
      Money armedAt = position.cost().plus(activation.times(position.quantity()));
      if (armedAt.isAbove(highest)) {
        return Optional.empty();
      }
    }
    return Optional.of(highest.minus(distance.times(position.quantity())));
  }
}
