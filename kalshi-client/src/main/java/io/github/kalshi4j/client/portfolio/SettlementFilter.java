package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.value.WireEnum;

/** Whether positions still await their payout. */
public enum SettlementFilter implements WireEnum {
  UNSETTLED("unsettled"),
  /** Paid out, and not yet archived. */
  SETTLED("settled"),
  /** Both. */
  ALL("all");

  private final String wire;

  SettlementFilter(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
