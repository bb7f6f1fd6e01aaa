package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.value.WireEnum;

/** How far a transfer within the account has come. */
public enum TransferStatus implements WireEnum {
  PENDING("pending"),
  COMPLETE("complete"),
  /** A word that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  TransferStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
