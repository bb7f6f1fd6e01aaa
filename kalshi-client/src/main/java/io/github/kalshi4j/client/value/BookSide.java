package io.github.kalshi4j.client.value;

/** The side of the one YES book: a bid is long YES, an ask is long NO. */
public enum BookSide implements WireEnum {
  BID,
  ASK;

  public BookSide opposite() {
    return this == BID ? ASK : BID;
  }

  /** Returns the outcome that an order on this side of the book buys. */
  public OutcomeSide outcome() {
    return this == BID ? OutcomeSide.YES : OutcomeSide.NO;
  }

  @Override
  public String wire() {
    return this == BID ? "bid" : "ask";
  }
}
