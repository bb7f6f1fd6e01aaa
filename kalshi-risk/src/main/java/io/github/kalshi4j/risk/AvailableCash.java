package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;

/**
 * Bounds an entry's worst case, its limit price times its quantity and the estimated taker fee, by
 * the cash that nothing else has bound. An entry is reduced to the largest quantity that fits.
 * Where the market's fee has no formula it is denied.
 */
public record AvailableCash() implements RiskRule {
  @Override
  public String name() {
    return "availableCash";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    Money cash = account.availableCash();
    return Room.verdict(
        name(),
        entry,
        quantity,
        cash,
        account,
        "the cash does not reach",
        Figure.of("availableCash", cash));
  }
}
