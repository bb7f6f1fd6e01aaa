package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** Whether a market pays all or nothing, or a part. */
public enum MarketType implements WireEnum {
  BINARY("binary"),
  SCALAR("scalar"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  MarketType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
