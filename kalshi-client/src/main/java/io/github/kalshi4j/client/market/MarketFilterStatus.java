package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** The words by which markets are filtered, which are not those of {@link MarketStatus}. */
public enum MarketFilterStatus implements WireEnum {
  /** Announced, and not open yet. */
  UNOPENED("unopened"),
  /** Trading. */
  OPEN("open"),
  /** Not trading for now. */
  PAUSED("paused"),
  /** Past its close, and not settled. */
  CLOSED("closed"),
  /** Settled. */
  SETTLED("settled");

  private final String wire;

  MarketFilterStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
