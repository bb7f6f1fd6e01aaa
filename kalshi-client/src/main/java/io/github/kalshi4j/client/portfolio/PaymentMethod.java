package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.value.WireEnum;

/** The way by which money comes in or goes out. */
public enum PaymentMethod implements WireEnum {
  /** A transfer between banks in the United States. */
  ACH("ach"),
  WIRE("wire"),
  CRYPTO("crypto"),
  /** A debit card. */
  DEBIT("debit"),
  /** An alternative payment method, such as an online wallet. */
  APM("apm"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  PaymentMethod(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
