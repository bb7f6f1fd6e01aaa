package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.Position;

/**
 * Denies buying one outcome while the other is held: the exchange would net the two, so that the
 * entry would be an exit in disguise. Leave the position first.
 */
public record OneSidePerMarket() implements RiskRule {
  @Override
  public String name() {
    return "oneSidePerMarket";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    Position position = account.position(entry.market());
    Figure held = Figure.of("held", position.quantity());
    if (position.isFlat()) {
      return Verdict.approved(name(), held);
    }
    Figure side = Figure.of("heldSide", position.side());
    return position.isOn(entry.side())
        ? Verdict.approved(name(), held, side)
        : Verdict.denied(name(), "the opposite outcome is held", held, side);
  }
}
