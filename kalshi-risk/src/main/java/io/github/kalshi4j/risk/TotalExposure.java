package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;

/**
 * Bounds the most money that can still be lost over all markets: the account's exposure and the
 * entry's worst case, which is its limit price times its quantity and the estimated taker fee. An
 * entry is reduced to the largest quantity that fits. Where the market's fee has no formula it is
 * denied.
 */
public record TotalExposure(Money limit) implements RiskRule {
  public TotalExposure {
    if (limit.signum() < 0) {
      throw new IllegalArgumentException("negative exposure limit: " + limit);
    }
  }

  @Override
  public String name() {
    return "totalExposure";
  }

  @Override
  public Verdict check(Intent.Enter entry, Quantity quantity, AccountView account) {
    Money exposure = account.exposure();
    return Room.verdict(
        name(),
        entry,
        quantity,
        limit.minus(exposure),
        account,
        "the exposure limit is reached",
        Figure.of("limit", limit),
        Figure.of("exposure", exposure));
  }
}
