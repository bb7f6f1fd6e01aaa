package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.AccountView;
import io.github.kalshi4j.risk.RiskRule;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.strategy.Intent;
import java.util.function.Predicate;

/** A condition of the engine's own that every entry must meet, whatever the risk plan says. */
record Gate(String name, String reason, Predicate<Intent.Enter> isMet) implements RiskRule {
  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    return isMet.test(entry) ? Verdict.approved(name) : Verdict.denied(name, reason);
  }
}
