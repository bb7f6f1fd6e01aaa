package io.github.kalshi4j.risk.sizing;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.AccountView;
import io.github.kalshi4j.strategy.Intent;

/**
 * Asks for what the strategy stated, and for a fixed quantity where it stated none.
 *
 * @param quantity not zero
 */
public record FixedSize(Quantity quantity) implements Sizer {
  public FixedSize {
    if (quantity.isZero()) {
      throw new IllegalArgumentException("fixed size of no contracts");
    }
  }

  @Override
  public Quantity size(Intent.Enter entry, AccountView account) {
    Quantity stated = entry.quantity();
    return stated == null ? quantity : stated;
  }
}
