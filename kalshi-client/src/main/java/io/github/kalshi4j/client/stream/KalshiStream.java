package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.util.List;

/**
 * What the exchange streams, over one connection that is made when it is first needed and made
 * again whenever it is lost. What was subscribed to is subscribed to again, books become stale at
 * once and valid by fresh snapshots, and trades, fills and orders that were missed are read over
 * REST, so that a handler gets each of them once.
 *
 * <p>Handlers are called on a virtual thread of their subscription; a slow one holds up nobody
 * else. Calls block until the exchange has answered, and may be made from any thread, handlers
 * included.
 *
 * <p>A call fails with {@link io.github.kalshi4j.client.error.KalshiStreamException} if the
 * exchange refuses the command, {@link
 * io.github.kalshi4j.client.error.KalshiAuthenticationException} if it refuses the connection, and
 * {@link io.github.kalshi4j.client.error.KalshiTransportException} if there is no connection or no
 * answer in time; nothing is then subscribed to. What was confirmed once is kept up whatever
 * happens.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
public interface KalshiStream extends AutoCloseable {
  /**
   * Subscribes, and returns when the exchange has confirmed it. Several subscriptions may be to the
   * same channel and the same markets; they share what the exchange sends.
   *
   * @throws IllegalStateException if the stream is closed, or the channel is subscribed to with
   *     other parameters (a connection can have only one set of them)
   */
  <E extends StreamEvent> StreamSubscription subscribe(
      StreamRequest<E> request, StreamHandler<? super E> handler);

  /** Subscribes to order books, whole and consistent ones. */
  StreamSubscription orderBooks(BookRequest request, BookHandler handler);

  /** Subscribes to the order book of one market. */
  default StreamSubscription orderBook(MarketTicker market, BookHandler handler) {
    return orderBooks(BookRequest.of(MarketSelection.of(market)), handler);
  }

  /** Asks the exchange which channels this connection has, in no promised order. */
  List<SubscriptionList.Entry> listSubscriptions();

  /**
   * Asks the exchange which indices of CF Benchmarks there are.
   *
   * @throws IllegalStateException if there is no subscription to {@link StreamRequest#indices}
   */
  List<IndexId> availableIndices();

  /**
   * Asks the exchange which indices of CF Benchmarks come five times a second.
   *
   * @throws IllegalStateException if there is no subscription to {@link StreamRequest#fastIndices}
   */
  List<IndexId> availableFastIndices();

  /**
   * Asks the exchange which underlyings of Pyth were quoted lately.
   *
   * @throws IllegalStateException if there is no subscription to {@link StreamRequest#pyth}
   */
  List<UnderlyingTicker> availableUnderlyings();

  /**
   * Asks for fresh snapshots of all order books that are subscribed to, as a recorder does that
   * begins a new file. Does not wait for them.
   */
  void refreshBooks();

  /** Returns where the connection stands. */
  StreamState state();

  /** Adds an observer, which is told the state as it is now and every change of it. */
  void observe(StreamObserver observer);

  /**
   * Lets a listener see every frame until what is returned is closed. Several may listen.
   *
   * @return closing it ends the listening, and waits for no one
   */
  FrameTap tap(FrameListener listener);

  StreamStatistics statistics();

  /**
   * Ends all subscriptions and the connection, within three seconds. Handlers are called no more,
   * but that a call under way is waited for, two seconds at most. Does nothing if it is closed.
   */
  @Override
  void close();
}
