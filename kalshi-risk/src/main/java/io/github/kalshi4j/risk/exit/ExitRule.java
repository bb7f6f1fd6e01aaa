package io.github.kalshi4j.risk.exit;

import io.github.kalshi4j.client.value.Money;
import java.util.Optional;

/** One reason to leave a position by its price. Stateless; called on the engine's thread. */
public interface ExitRule {
  /** Returns the name that reports carry, in camel case. */
  String name();

  /**
   * Returns the value of the whole position at or below which this rule fires, empty while it is
   * not armed. The value is the own side's best bid times the quantity held; it is compared as a
   * total because an entry price per contract may be a fraction, and a total never is. May be
   * negative, which no value reaches.
   */
  Optional<Money> trigger(HeldPosition position);
}
