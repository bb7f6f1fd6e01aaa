package io.github.kalshi4j.client.value;

/** The outcome a holder is paid for. */
public enum OutcomeSide implements WireEnum {
  YES,
  NO;

  public OutcomeSide opposite() {
    return this == YES ? NO : YES;
  }

  /**
   * Returns the side of the YES book on which this outcome is bought: YES is bid for, NO is asked.
   */
  public BookSide bookSide() {
    return this == YES ? BookSide.BID : BookSide.ASK;
  }

  /** Converts between a price of this outcome and the price of the YES book; its own inverse. */
  public Price toYes(Price price) {
    return this == YES ? price : price.complement();
  }

  @Override
  public String wire() {
    return this == YES ? "yes" : "no";
  }
}
