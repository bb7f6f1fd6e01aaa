package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.value.WireEnum;

/** How far a deposit or withdrawal has come. */
public enum PaymentStatus implements WireEnum {
  PENDING("pending"),
  /** The balance reflects it. */
  APPLIED("applied"),
  FAILED("failed"),
  RETURNED("returned"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  PaymentStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
