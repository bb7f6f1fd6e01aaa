package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.client.value.Money;
import java.util.Optional;

/** One reason to leave a position by its price. Stateless; called on the engine's thread. */
public interface ExitRule {
  /** Returns the name that reports carry, in camel case. */
  String name();

  /**
   * Returns the level at or below which the own side's best bid makes this rule fire, in dollars per
   * contract; empty while the rule is not armed.
   */
  Optional<Money> trigger(HeldPosition position);
}
