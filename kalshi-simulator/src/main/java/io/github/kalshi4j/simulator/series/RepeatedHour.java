package io.github.kalshi4j.simulator.series;

/**
 * What the markets are called that close in the second run of the hour which New York's clocks
 * repeat in autumn; in the first run they have their usual names. How the exchange does it is not
 * known.
 */
public enum RepeatedHour {
  /** The event's time gets an {@code R}: {@code KXBTC15M-26NOV010130R-30}. */
  MARKED,
  /** There are none. */
  SKIPPED
}
