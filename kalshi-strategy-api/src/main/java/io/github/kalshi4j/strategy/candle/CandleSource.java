package io.github.kalshi4j.strategy.candle;

/** What a candle is made of. */
public enum CandleSource {
  /** The middle of the best YES bid and ask, at every complete book update. */
  MIDS,
  /** Public trades, at their YES prices. */
  TRADES
}
