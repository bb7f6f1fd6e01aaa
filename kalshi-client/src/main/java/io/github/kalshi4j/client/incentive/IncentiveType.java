package io.github.kalshi4j.client.incentive;

import io.github.kalshi4j.client.value.WireEnum;

/** What an incentive program rewards. */
public enum IncentiveType implements WireEnum {
  /** Resting orders. */
  LIQUIDITY("liquidity"),
  /** Trading. */
  VOLUME("volume"),
  /** Making in margined markets. */
  MARGIN_MAKER_VOLUME("margin_maker_volume"),
  /** Taking in margined markets. */
  MARGIN_TAKER_VOLUME("margin_taker_volume"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  IncentiveType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
