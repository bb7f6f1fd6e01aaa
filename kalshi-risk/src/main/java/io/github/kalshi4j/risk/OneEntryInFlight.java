package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;

/** Denies an entry while another one in the market is on its way or resting. */
public record OneEntryInFlight() implements RiskRule {
  @Override
  public String name() {
    return "oneEntryInFlight";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    Quantity pending = account.pendingEntries(entry.market());
    Figure figure = Figure.of("pending", pending);
    return pending.isZero()
        ? Verdict.approved(name(), figure)
        : Verdict.denied(name(), "an entry is in flight", figure);
  }
}
