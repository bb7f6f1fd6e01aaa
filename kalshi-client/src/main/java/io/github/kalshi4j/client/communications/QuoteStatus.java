package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.value.WireEnum;

/** Where a quote stands. */
public enum QuoteStatus implements WireEnum {
  /** It can be accepted. */
  OPEN("open"),
  /** The requester took one of its sides; its maker has to confirm. */
  ACCEPTED("accepted"),
  /** Its maker confirmed; neither party can withdraw. */
  CONFIRMED("confirmed"),
  /** The orders of both parties went into the book. */
  EXECUTED("executed"),
  /** Deleted, replaced, or not confirmed in time. */
  CANCELED("cancelled"),
  /** One that this version does not know. */
  UNRECOGNIZED("");

  private final String wire;

  QuoteStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
