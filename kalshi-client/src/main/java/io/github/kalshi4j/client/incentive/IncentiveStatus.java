package io.github.kalshi4j.client.incentive;

import io.github.kalshi4j.client.value.WireEnum;

/** How far incentive programs to be listed have come. */
public enum IncentiveStatus implements WireEnum {
  ACTIVE("active"),
  UPCOMING("upcoming"),
  CLOSED("closed"),
  PAID_OUT("paid_out");

  private final String wire;

  IncentiveStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
