package io.github.kalshi4j.simulator.ledger;

/** What a resting order may come to cost, as the ledger sees it. */
public interface Claim {
  /** Returns the price of the outcome it buys, in $0.0001. */
  long ownCenticents();

  /** Returns how much of it rests, in hundredths of a contract. */
  long restingHundredths();
}
