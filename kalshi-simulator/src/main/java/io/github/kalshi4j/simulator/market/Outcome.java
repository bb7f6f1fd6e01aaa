package io.github.kalshi4j.simulator.market;

import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.Price;

/** How a market ends. */
public sealed interface Outcome {
  /** YES is worth what the result says, NO the complement. */
  record Paid(MarketResult result) implements Outcome {}

  /** Nothing is decided, and every open position gets back what it cost. */
  record Voided() implements Outcome {}

  Outcome YES = new Paid(MarketResult.YES);
  Outcome NO = new Paid(MarketResult.NO);
  Outcome VOID = new Voided();

  /** Returns the outcome that pays YES this much. */
  static Outcome scalar(Price settlementValue) {
    return new Paid(new MarketResult(settlementValue));
  }
}
