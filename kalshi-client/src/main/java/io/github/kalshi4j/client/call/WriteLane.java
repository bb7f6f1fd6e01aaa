package io.github.kalshi4j.client.call;

/**
 * How urgent a write is where the rate budget makes writes wait: all that wait in a lane go before
 * any of the next. Cancellations are always in the first.
 */
public enum WriteLane {
  /** What takes orders out of the market. */
  CANCEL,
  /** What reduces a position. */
  EXIT,
  /** Everything else. */
  ENTER
}
