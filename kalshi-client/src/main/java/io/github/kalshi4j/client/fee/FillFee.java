package io.github.kalshi4j.client.fee;

import io.github.kalshi4j.client.value.Money;

/**
 * What one fill is charged.
 *
 * @param tradeFee the model fee, rounded up to $0.000001
 * @param roundingFee what aligns the balance downward after the fill
 * @param rebate whole units of balance precision paid back from the order's accumulated rounding
 */
public record FillFee(Money tradeFee, Money roundingFee, Money rebate) {
  /** Returns what leaves the balance; never negative. */
  public Money net() {
    return tradeFee.plus(roundingFee).minus(rebate);
  }
}
