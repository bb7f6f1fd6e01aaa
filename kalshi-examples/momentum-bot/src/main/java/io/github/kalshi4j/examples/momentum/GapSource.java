package io.github.kalshi4j.examples.momentum;

/** What the gap between a pair of contracts and their dollar is measured by. */
public enum GapSource {
  /** $1 less the best YES bid and the best NO bid, which is the spread of the YES book. */
  BOOK,
  /** $1 less the last trades in which a taker bought YES, and bought NO. */
  LAST_TRADES,
  /** $1 less the two mids. Always zero on Kalshi, and therefore refused. */
  MIDS
}
