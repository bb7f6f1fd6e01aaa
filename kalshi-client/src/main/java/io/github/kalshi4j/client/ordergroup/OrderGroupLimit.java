package io.github.kalshi4j.client.ordergroup;

import io.github.kalshi4j.client.value.Quantity;

/**
 * The most contracts of a group that may be matched within any 15 seconds.
 *
 * @param contracts 1 to 1,000,000
 */
public record OrderGroupLimit(Quantity contracts) {
  private static final Quantity LEAST = Quantity.ofContracts(1);
  private static final Quantity MOST = Quantity.ofContracts(1_000_000);

  public OrderGroupLimit {
    if (LEAST.isAbove(contracts) || contracts.isAbove(MOST)) {
      throw new IllegalArgumentException(
          "limit of an order group must be 1 to 1,000,000 contracts: " + contracts);
    }
  }

  public static OrderGroupLimit of(Quantity contracts) {
    return new OrderGroupLimit(contracts);
  }

  public static OrderGroupLimit ofContracts(long contracts) {
    return new OrderGroupLimit(Quantity.ofContracts(contracts));
  }

  /** Returns the wire form: {@code "100.00"}. */
  @Override
  public String toString() {
    return contracts.toString();
  }
}
