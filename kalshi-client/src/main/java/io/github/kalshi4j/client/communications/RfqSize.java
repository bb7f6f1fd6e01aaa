package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;

/** How much is asked for: contracts, or what they shall cost. */
public sealed interface RfqSize {
  /** So many contracts. */
  record Contracts(Quantity quantity) implements RfqSize {}

  /**
   * As many contracts as these dollars buy at the price that is quoted.
   *
   * @param amount in steps of $0.0001
   * @param excludesFees whether the taker's fees come on top, rather than out of it
   */
  record TargetCost(Money amount, boolean excludesFees) implements RfqSize {}

  static RfqSize contracts(Quantity quantity) {
    return new Contracts(quantity);
  }

  /** Returns dollars out of which the fees are paid, too. */
  static RfqSize targetCost(Money amount) {
    return new TargetCost(amount, false);
  }

  /** Returns dollars on top of which the fees come. */
  static RfqSize targetCostExcludingFees(Money amount) {
    return new TargetCost(amount, true);
  }
}
