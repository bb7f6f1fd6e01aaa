package io.github.kalshi4j.simulator.internal.stream;

import java.util.List;

/**
 * What a command names for one channel.
 *
 * @param everything whether all that the channel has
 * @param keys tickers of markets, or indices or underlyings
 * @param ids ids of markets
 */
record Selection(boolean everything, List<String> keys, List<String> ids) {
  private static final String ALL = "all";
  private static final Selection ALL_THERE_IS = new Selection(true, List.of(), List.of());

  Selection {
    keys = List.copyOf(keys);
    ids = List.copyOf(ids);
  }

  boolean isNothing() {
    return !everything && keys.isEmpty() && ids.isEmpty();
  }

  /** Returns what a subscription starts with; without markets that is everything, if it may be. */
  static Selection first(Params params, Channel channel) {
    Selection named = of(params, channel);
    return named.isNothing() && channel.choice() == Channel.Choice.MARKETS ? ALL_THERE_IS : named;
  }

  /** Returns what is named; parameters that are not of the channel's kind do not count. */
  static Selection of(Params params, Channel channel) {
    return switch (channel.choice()) {
      case MARKETS_REQUIRED, MARKETS -> markets(params, channel);
      case INDICES -> orAll(params.texts("index_ids"));
      case UNDERLYINGS -> orAll(params.texts("underlying_tickers"));
      case NONE -> ALL_THERE_IS;
    };
  }

  private static Selection markets(Params params, Channel channel) {
    List<String> tickers = params.tickers();
    List<String> ids = channel == Channel.TICKER ? params.ids() : List.of();
    if (!tickers.isEmpty() && !ids.isEmpty()) {
      throw StreamFault.INVALID_PARAMETER.exception();
    }
    return new Selection(false, tickers, ids);
  }

  private static Selection orAll(List<String> keys) {
    return keys.contains(ALL) ? ALL_THERE_IS : new Selection(false, keys, List.of());
  }
}
