package io.github.kalshi4j.simulator.internal.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be subscribed to. */
enum Channel {
  ORDERBOOK_DELTA(true, Choice.MARKETS_REQUIRED),
  TICKER(false, Choice.MARKETS),
  TRADE(true, Choice.MARKETS),
  FILL(false, Choice.MARKETS),
  USER_ORDERS(false, Choice.MARKETS),
  MARKET_POSITIONS(false, Choice.MARKETS),
  ORDER_GROUP_UPDATES(true, Choice.NONE),
  MARKET_LIFECYCLE_V2(true, Choice.NONE),
  MULTIVARIATE_MARKET_LIFECYCLE(true, Choice.NONE),
  COMMUNICATIONS(true, Choice.NONE),
  CFBENCHMARKS_VALUE(true, Choice.INDICES),
  CFBENCHMARKS_VALUE_5HZ(true, Choice.INDICES),
  PYTH_VALUE(true, Choice.UNDERLYINGS);

  /** By what a subscription chooses what it gets. */
  enum Choice {
    /** Markets, at least one at the start. */
    MARKETS_REQUIRED,
    /** Markets, or everything if none is named at the start. */
    MARKETS,
    /** Indices, or {@code all}. */
    INDICES,
    /** Underlyings, or {@code all}. */
    UNDERLYINGS,
    /** Everything. */
    NONE;

    boolean isOfMarkets() {
      return this == MARKETS_REQUIRED || this == MARKETS;
    }
  }

  private final boolean sequenced;
  private final Choice choice;

  Channel(boolean sequenced, Choice choice) {
    this.sequenced = sequenced;
    this.choice = choice;
  }

  /** Returns whether its frames are numbered. */
  boolean isSequenced() {
    return sequenced;
  }

  Choice choice() {
    return choice;
  }

  /** Returns whether it tells what one member does, so that a key has to be allowed to read it. */
  boolean isOfMembers() {
    return switch (this) {
      case FILL, USER_ORDERS, MARKET_POSITIONS, ORDER_GROUP_UPDATES, COMMUNICATIONS -> true;
      case ORDERBOOK_DELTA,
          TICKER,
          TRADE,
          MARKET_LIFECYCLE_V2,
          MULTIVARIATE_MARKET_LIFECYCLE,
          CFBENCHMARKS_VALUE,
          CFBENCHMARKS_VALUE_5HZ,
          PYTH_VALUE ->
          false;
    };
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
