package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.value.WireEnum;

/** How much a rebalancing leaves on a shard for the orders that rest there. */
public enum RestingOrderReserve implements WireEnum {
  /** Nothing. */
  NONE("none"),
  /** What the costliest of them needs. */
  MAX("max"),
  /** What all of them need together. */
  SUM("sum");

  private final String wire;

  RestingOrderReserve(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
