package io.github.kalshi4j.client.communications;

/** What becomes of the contracts that were not traded when an accepted quote is executed. */
public enum Remainder {
  /** They rest in the book. */
  REST,
  /** They are given up. */
  CANCEL
}
