package io.github.kalshi4j.strategy;

/** What one instance of a strategy follows. */
public enum InstanceScope {
  /** One market, from its first book to its end. */
  MARKET,
  /** A series such as {@code KXBTC15M}: the instance is moved from market to market, and told. */
  ROLLING_SERIES
}
