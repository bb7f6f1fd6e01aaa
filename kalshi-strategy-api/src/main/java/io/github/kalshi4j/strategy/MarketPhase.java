package io.github.kalshi4j.strategy;

/** Where a market is in its life, as far as a strategy can act on it. */
public enum MarketPhase {
  /** Before its opening time. */
  UNOPENED,
  OPEN,
  /** After its closing time: every order is refused. */
  CLOSED,
  /** The result is known. */
  DETERMINED,
  /** The positions are paid. */
  SETTLED
}
