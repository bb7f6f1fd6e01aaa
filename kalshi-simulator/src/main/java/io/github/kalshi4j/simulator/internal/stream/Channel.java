package io.github.kalshi4j.simulator.internal.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to. */
enum Channel {
  ORDERBOOK_DELTA(true),
  TICKER(false),
  TRADE(true),
  FILL(false),
  USER_ORDERS(false),
  MARKET_POSITIONS(false),
  ORDER_GROUP_UPDATES(true),
  MARKET_LIFECYCLE_V2(true),
  MULTIVARIATE_MARKET_LIFECYCLE(true),
  COMMUNICATIONS(true),
  CFBENCHMARKS_VALUE(true),
  CFBENCHMARKS_VALUE_5HZ(true),
  PYTH_VALUE(true);

  private final boolean sequenced;

  Channel(boolean sequenced) {
    this.sequenced = sequenced;
  }

  /** Returns whether its frames are numbered. */
  boolean isSequenced() {
    return sequenced;
  }

  /** Returns the exchange's word. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the channel of this name; empty if there is none. */
  static Optional<Channel> of(String wire) {
    return Arrays.stream(values()).filter(channel -> channel.wire().equals(wire)).findFirst();
  }
}
