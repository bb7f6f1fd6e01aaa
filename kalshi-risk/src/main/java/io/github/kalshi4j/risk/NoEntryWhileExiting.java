package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;

/** Denies an entry while the market's position is being left. */
public record NoEntryWhileExiting() implements RiskRule {
  @Override
  public String name() {
    return "noEntryWhileExiting";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    boolean exiting = account.isExiting(entry.market());
    Figure figure = Figure.of("exiting", exiting);
    return exiting
        ? Verdict.denied(name(), "the position is being left", figure)
        : Verdict.approved(name(), figure);
  }
}
