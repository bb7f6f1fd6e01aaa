package io.github.kalshi4j.risk.breaker;

/** What lets a tripped breaker go. */
public enum Reset {
  /** Only {@link CircuitBreaker#reset()}. */
  MANUAL,
  /** That, or the turn of the trading day. */
  NEXT_TRADING_DAY
}
