package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Intent;

/**
 * One bound on what a strategy may do. Only entries are asked about: ways out (cancel, reduce,
 * exit) are never blocked. A rule that allows a quantity must allow every smaller one, because an
 * entry is sent with the least that any rule allows. Called on the engine's thread.
 */
public interface RiskRule {
  /** Returns the name that verdicts carry, in camel case. */
  String name();

  /**
   * Answers an entry.
   *
   * @param quantity what the sizer made of it, never zero
   */
  Verdict check(Intent.Enter entry, Quantity quantity, AccountView account);
}
