package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.WireEnum;

/** What happens where an order would be matched with another one of the same member. */
public enum SelfTradePrevention implements WireEnum {
  /** The incoming order is canceled there; what it was filled before stands. */
  TAKER_AT_CROSS("taker_at_cross"),
  /** The resting order is canceled, and the incoming one goes on. */
  MAKER("maker");

  private final String wire;

  SelfTradePrevention(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
