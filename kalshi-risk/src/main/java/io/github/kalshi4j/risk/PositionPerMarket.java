package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;

/**
 * Bounds the contracts of one market: those held, of either outcome, those that entries on their
 * way or resting may still add, and the new ones together. An entry is reduced to what fits.
 */
public record PositionPerMarket(Quantity limit) implements RiskRule {
  @Override
  public String name() {
    return "positionPerMarket";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    Quantity held = account.position(entry.market()).quantity();
    Quantity pending = account.pendingEntries(entry.market());
    Quantity taken = held.plus(pending);
    Quantity room = taken.isAbove(limit) ? Quantity.ZERO : limit.minus(taken);
    return Room.verdict(
        name(),
        quantity,
        room,
        "the position limit is reached",
        Figure.of("limit", limit),
        Figure.of("held", held),
        Figure.of("pending", pending));
  }
}
