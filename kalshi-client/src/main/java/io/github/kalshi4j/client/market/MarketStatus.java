package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** Where a market stands in its life. */
public enum MarketStatus implements WireEnum {
  /** Announced, and not open yet. */
  INITIALIZED("initialized"),
  /** Paused; reopening cancels all resting orders. */
  INACTIVE("inactive"),
  /** Trading. */
  ACTIVE("active"),
  /** Past its close, and not decided yet. */
  CLOSED("closed"),
  /** Decided; it can still be disputed. */
  DETERMINED("determined"),
  /** Decided, and the decision is disputed. */
  DISPUTED("disputed"),
  /** Decided anew after a dispute. */
  AMENDED("amended"),
  /** Settled for good. */
  FINALIZED("finalized"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  MarketStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
