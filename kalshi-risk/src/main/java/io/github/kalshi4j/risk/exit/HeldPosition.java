package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.strategy.Position;

/**
 * An open position and what its market did since.
 *
 * @param position not flat
 * @param highest the highest own-side best bid since the first update after the first fill
 */
public record HeldPosition(Position position, Price highest) {
  public HeldPosition {
    if (position.isFlat()) {
      throw new IllegalArgumentException("no position in " + position.market());
    }
  }
}
