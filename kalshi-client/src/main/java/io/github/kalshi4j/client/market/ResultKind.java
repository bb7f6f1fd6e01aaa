package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.WireEnum;

/** How a market ended, in one word. */
public enum ResultKind implements WireEnum {
  YES("yes"),
  NO("no"),
  /** Between the two; the settlement value says where. */
  SCALAR("scalar"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  ResultKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
