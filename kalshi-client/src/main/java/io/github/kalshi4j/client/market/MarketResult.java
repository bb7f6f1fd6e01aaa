package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;

/**
 * How a market ended, as the value of one YES contract; NO is worth the complement.
 *
 * @param settlementValue $1 for yes, $0 for no, anything between for a scalar result
 */
public record MarketResult(Price settlementValue) {
  public static final MarketResult YES = new MarketResult(Price.ONE);
  public static final MarketResult NO = new MarketResult(Price.ZERO);

  /** Returns what one contract of this outcome is paid. */
  public Price payoutOf(OutcomeSide side) {
    return side.toYes(settlementValue);
  }

  /** Returns the exchange's word: {@code yes}, {@code no} or {@code scalar}. */
  public String wire() {
    return equals(YES) ? "yes" : equals(NO) ? "no" : "scalar";
  }
}
