package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * A live subscription. It is kept up through lost connections until it is closed, or the stream is.
 * Safe for threads.
 */
public interface StreamSubscription extends AutoCloseable {
  Channel channel();

  /** Returns the markets that are wanted; empty for all, and where the channel has no markets. */
  Set<MarketTicker> markets();

  /**
   * Adds markets, and returns when the exchange has confirmed them.
   *
   * @throws IllegalStateException if it is closed, or is not a subscription to named markets
   * @throws io.github.kalshi4j.client.error.KalshiStreamException if the exchange refuses; the
   *     subscription is then as before
   * @throws io.github.kalshi4j.client.error.KalshiTransportException if no answer came in time; the
   *     subscription is then as before
   */
  void addMarkets(Collection<MarketTicker> markets);

  /** Adds markets, as the other method of this name. */
  default void addMarkets(MarketTicker... markets) {
    addMarkets(Arrays.asList(markets));
  }

  /**
   * Removes markets: none of their events is handed on after this returns, but for one that is
   * being handled. The exchange is told in the background. A subscription without markets lives on.
   *
   * @throws IllegalStateException if it is not a subscription to named markets
   */
  void removeMarkets(Collection<MarketTicker> markets);

  /** Removes markets, as the other method of this name. */
  default void removeMarkets(MarketTicker... markets) {
    removeMarkets(Arrays.asList(markets));
  }

  /** Returns what happened on it so far. */
  SubscriptionStatistics statistics();

  /**
   * Ends it: nothing is handed on any more, but that a call under way is waited for, two seconds at
   * most, unless it is this call's own thread. The exchange is told in the background. Does nothing
   * if it is closed.
   */
  @Override
  void close();
}
