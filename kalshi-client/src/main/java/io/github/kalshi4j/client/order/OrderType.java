package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.WireEnum;

/** The kind of an order. New orders are all limit orders; old ones may have been another kind. */
public enum OrderType implements WireEnum {
  LIMIT("limit"),
  MARKET("market"),
  /** One that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  OrderType(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
