package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.WireEnum;

/**
 * What the exchange streams. A connection has each channel at most once, whatever number of
 * subscriptions here share it.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
public enum Channel implements WireEnum {
  ORDERBOOK_DELTA("orderbook_delta", Filter.MARKETS_REQUIRED, true),
  TICKER("ticker", Filter.MARKETS, false),
  TRADE("trade", Filter.MARKETS, true),
  FILL("fill", Filter.MARKETS, false),
  USER_ORDERS("user_orders", Filter.MARKETS, false),
  MARKET_POSITIONS("market_positions", Filter.MARKETS, false),
  ORDER_GROUP_UPDATES("order_group_updates", Filter.NONE, true),
  MARKET_LIFECYCLE_V2("market_lifecycle_v2", Filter.NONE, true),
  MULTIVARIATE_MARKET_LIFECYCLE("multivariate_market_lifecycle", Filter.NONE, true),
  COMMUNICATIONS("communications", Filter.NONE, true),
  CFBENCHMARKS_VALUE("cfbenchmarks_value", Filter.INDICES, true),
  CFBENCHMARKS_VALUE_5HZ("cfbenchmarks_value_5hz", Filter.INDICES, true),
  PYTH_VALUE("pyth_value", Filter.UNDERLYINGS, true);

  private final String wire;
  private final Filter filter;
  private final boolean sequenced;

  Channel(String wire, Filter filter, boolean sequenced) {
    this.wire = wire;
    this.filter = filter;
    this.sequenced = sequenced;
  }

  /** By what a subscription chooses among the messages of its channel. */
  public enum Filter {
    /** By markets, of which at least one must be named. */
    MARKETS_REQUIRED,
    /** By markets, or all. */
    MARKETS,
    /** By indices of CF Benchmarks, or all. */
    INDICES,
    /** By underlyings of Pyth, or all. */
    UNDERLYINGS,
    /** Not at all: every message comes. */
    NONE
  }

  @Override
  public String wire() {
    return wire;
  }

  public Filter filter() {
    return filter;
  }

  /** Returns whether it is chosen by markets. */
  public boolean hasMarkets() {
    return filter == Filter.MARKETS || filter == Filter.MARKETS_REQUIRED;
  }

  /**
   * Returns whether its messages are numbered, so that a lost one is noticed when the next comes.
   */
  public boolean isSequenced() {
    return sequenced;
  }
}
