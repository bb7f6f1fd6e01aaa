package io.github.kalshi4j.risk.sizing;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.AccountView;
import io.github.kalshi4j.strategy.Intent;

/** Says how many contracts an entry asks for. Called on the engine's thread, before the rules. */
@FunctionalInterface
public interface Sizer {
  /** Returns the quantity, rounded down to what can be traded; zero to let the entry go. */
  Quantity size(Intent.Enter entry, AccountView account);
}
