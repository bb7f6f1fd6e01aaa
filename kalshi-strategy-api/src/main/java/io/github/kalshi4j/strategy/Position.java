package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Quantity;
import java.math.RoundingMode;

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

  /**
   * Returns the position after a fill. Buying the outcome held adds to it; buying the other one
   * closes what is held, which takes its share of cost and fees with it, rounded HALF_EVEN, while
   * the rest stays. What goes beyond the position opens the opposite one, with its own cost and its
   * share of the fill's fee.
   *
   * @throws IllegalArgumentException if the fill is of another market
   */
  public Position after(Fill fill) {
    if (!fill.market().equals(market)) {
      throw new IllegalArgumentException("fill of " + fill.market() + " in " + market);
    }
    if (isFlat() || side == fill.outcome()) {
      return new Position(
          market,
          fill.outcome(),
          quantity.plus(fill.quantity()),
          cost.plus(fill.price().times(fill.quantity())),
          fees.plus(fill.fee()));
    }
    Quantity closed = quantity.min(fill.quantity());
    Quantity opened = fill.quantity().minus(closed);
    if (!opened.isZero()) {
      Money closingFee = fill.fee().share(closed, fill.quantity(), RoundingMode.HALF_EVEN);
      return new Position(
          market, fill.outcome(), opened, fill.price().times(opened), fill.fee().minus(closingFee));
    }
    Quantity rest = quantity.minus(closed);
    return rest.isZero()
        ? flat(market)
        : new Position(
            market,
            side,
            rest,
            cost.minus(cost.share(closed, quantity, RoundingMode.HALF_EVEN)),
            fees.minus(fees.share(closed, quantity, RoundingMode.HALF_EVEN)));
  }
}
