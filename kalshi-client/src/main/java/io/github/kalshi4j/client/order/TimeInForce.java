package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.value.WireEnum;

/** How long an order may work. */
public enum TimeInForce implements WireEnum {
  /** Match what is there and rest the remainder. */
  GOOD_TILL_CANCELED("good_till_canceled"),
  /** Match what is there and cancel the remainder. */
  IMMEDIATE_OR_CANCEL("immediate_or_cancel"),
  /** Match everything at once or nothing. */
  FILL_OR_KILL("fill_or_kill");

  private final String wire;

  TimeInForce(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
