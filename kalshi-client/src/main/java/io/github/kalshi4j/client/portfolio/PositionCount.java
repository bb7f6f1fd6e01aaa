package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.value.WireEnum;

/** A number of a market position that can be asked not to be zero. */
public enum PositionCount implements WireEnum {
  /** The contracts held. */
  POSITION("position"),
  /** The dollars traded. */
  TOTAL_TRADED("total_traded");

  private final String wire;

  PositionCount(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
