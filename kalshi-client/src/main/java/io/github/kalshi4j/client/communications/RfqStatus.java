package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.value.WireEnum;

/** Whether a request still takes quotes. */
public enum RfqStatus implements WireEnum {
  OPEN("open"),
  /** Deleted, expired or executed. */
  CLOSED("closed"),
  /** One that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  RfqStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
