package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * An {@code update_subscription}: an action on one subscription.
 *
 * @param room whether a channel's subscription may name so much more
 */
record Update(
    long id,
    Subscription subscription,
    Params params,
    SimulatedEngine engine,
    Newsroom newsroom,
    BiPredicate<Channel, Selection> room) {
  /**
   * Does and answers it.
   *
   * @throws StreamFault.FaultException if that cannot be done; nothing is changed then
   */
  void run() {
    String action = params.text("action");
    if (action == null) {
      throw StreamFault.ACTION_REQUIRED.exception();
    }
    switch (subscription.channel.choice()) {
      case MARKETS_REQUIRED, MARKETS -> markets(action);
      case INDICES -> indices(action);
      case UNDERLYINGS -> underlyings(action);
      case NONE -> throw StreamFault.UNSUPPORTED_ACTION.exception();
    }
  }

  private void markets(String action) {
    switch (action) {
      case "add_markets" -> addMarkets();
      case "delete_markets" -> drop(named(StreamFault.MARKET_REQUIRED));
      case "get_snapshot" -> {
        if (subscription.channel != Channel.ORDERBOOK_DELTA) {
          throw StreamFault.UNSUPPORTED_ACTION.exception();
        }
        Selection books = named(StreamFault.MARKET_REQUIRED);
        new LinkedHashSet<>(books.keys())
            .forEach(market -> subscription.showBook(id, market, engine));
      }
      default -> throw StreamFault.UNSUPPORTED_ACTION.exception();
    }
  }

  private void addMarkets() {
    Selection more = named(StreamFault.MARKET_REQUIRED);
    boolean initial = params.flag("send_initial_snapshot");
    if (!room.test(subscription.channel, more)) {
      throw StreamFault.TOO_MANY_MARKETS.exception();
    }
    List<String> added = choose(more);
    subscription.show(added, initial, engine, newsroom);
  }

  private void indices(String action) {
    switch (action) {
      case "subscribe_indices" -> choose(named(StreamFault.INDICES_REQUIRED));
      case "unsubscribe_indices" -> drop(named(StreamFault.INDICES_REQUIRED));
      case "indexlist" ->
          subscription.offer(
              id, subscription.channel.wire() + "_indexlist", "index_ids", offered());
      default -> throw StreamFault.UNSUPPORTED_ACTION.exception();
    }
  }

  private List<String> offered() {
    return subscription.channel == Channel.CFBENCHMARKS_VALUE_5HZ
        ? newsroom.fastIndices()
        : newsroom.indices();
  }

  private void underlyings(String action) {
    switch (action) {
      case "subscribe_underlyings" -> choose(named(StreamFault.UNDERLYINGS_REQUIRED));
      case "unsubscribe_underlyings" -> drop(named(StreamFault.UNDERLYINGS_REQUIRED));
      case "underlying_list" ->
          subscription.offer(
              id, "pyth_value_underlying_list", "underlying_tickers", newsroom.underlyings());
      default -> throw StreamFault.UNSUPPORTED_ACTION.exception();
    }
  }

  private Selection named(StreamFault ifNothing) {
    Selection named = Selection.of(params, subscription.channel);
    if (named.isNothing()) {
      throw ifNothing.exception();
    }
    return named;
  }

  private List<String> choose(Selection more) {
    List<String> added = subscription.choose(more);
    subscription.acknowledge(id);
    return added;
  }

  private void drop(Selection fewer) {
    subscription.drop(fewer);
    subscription.acknowledge(id);
  }
}
