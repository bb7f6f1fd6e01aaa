package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Quantity;

/**
 * What is held in a market. The exchange nets, so it is contracts of one outcome, or none.
 *
 * @param side the outcome held; of no meaning when flat
 * @param cost what the contracts held cost, without fees; a partial close has taken its share
 * @param fees what entering them was charged; a partial close has taken its share
 */
public record Position(
    MarketTicker market, OutcomeSide side, Quantity quantity, Money cost, Money fees) {
  public static Position flat(MarketTicker market) {
    return new Position(market, OutcomeSide.YES, Quantity.ZERO, Money.ZERO, Money.ZERO);
  }

  public boolean isFlat() {
    return quantity.isZero();
  }

  /** Returns whether contracts of this outcome are held. */
  public boolean isOn(OutcomeSide outcome) {
    return !isFlat() && side == outcome;
  }
}
