package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.WireEnum;

/** Where an order stands. */
public enum OrderStatus implements WireEnum {
  /** Some of it rests in the book. */
  RESTING("resting"),
  /** Canceled, by us or by the exchange, with what was filled before. */
  CANCELED("canceled"),
  /** Filled whole. */
  EXECUTED("executed");

  private final String wire;

  OrderStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
