package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** What bounds the value at which YES may settle. */
public enum SettlementBounds implements WireEnum {
  /** $0 to $1. */
  DEFAULT("default"),
  /** Not below the market's settlement floor. */
  FLOOR("floor"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  SettlementBounds(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
