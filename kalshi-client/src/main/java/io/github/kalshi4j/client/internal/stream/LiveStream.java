package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.internal.auth.Authenticator;
import io.github.kalshi4j.client.internal.auth.ClockSkew;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.market.MarketsApi;
import io.github.kalshi4j.client.order.OrdersApi;
import io.github.kalshi4j.client.portfolio.PortfolioApi;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.BookRequest;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.stream.FrameTap;
import io.github.kalshi4j.client.stream.IndexList;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamObserver;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.stream.StreamStatistics;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.stream.SubscriptionList;
import io.github.kalshi4j.client.stream.UnderlyingList;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stream as its users see it: subscriptions, and who waits for what. One lock guards all state;
 * it is held neither while the network is waited for nor while a handler is called.
 */
public final class LiveStream implements KalshiStream {
  /** Where the stream reads over REST. */
  public record Rest(MarketsApi markets, PortfolioApi portfolio, OrdersApi orders) {}

  private final TimeSource time;
  private final Supplier<Instant> exchangeTime;
  private final Duration commandTimeout;
  private final Rest rest;
  private final ReentrantLock lock = new ReentrantLock();
  private final StateBoard board;
  private final Link link;
  private final Exchange exchange;
  private final GroupEnds groupEnds;
  private final Set<Subscription> subscriptions = new LinkedHashSet<>(); // guarded by lock

  private LiveStream(
      LinkSettings settings,
      @Nullable Authenticator authenticator,
      ClockSkew skew,
      TimeSource time,
      WireJson json,
      Rest rest) {
    this.time = time;
    this.rest = rest;
    exchangeTime = () -> time.now().plus(skew.offset());
    commandTimeout = settings.commandTimeout();
    board = new StateBoard(new StreamState.Idle(time.now()));
    exchange = new Exchange(time, json, commandTimeout);
    link = new Link(settings, authenticator, skew, time, lock, exchange, board);
    exchange.use(link);
    groupEnds = new GroupEnds(time, lock, exchange.books());
  }

  /** Opens a stream; it connects when it is first subscribed to. */
  public static LiveStream open(
      LinkSettings settings,
      @Nullable Authenticator authenticator,
      ClockSkew skew,
      TimeSource time,
      WireJson json,
      Rest rest) {
    return new LiveStream(settings, authenticator, skew, time, json, rest);
  }

  @Override
  public <E extends StreamEvent> StreamSubscription subscribe(
      StreamRequest<E> request, StreamHandler<? super E> handler) {
    return subscribe(
        request.channel(),
        request.parameters(),
        request.markets(),
        request.keys(),
        (wire, interest) -> new EventSubscription<>(this, wire, request, interest, handler));
  }

  @Override
  public StreamSubscription orderBooks(BookRequest request, BookHandler handler) {
    return subscribe(
        Channel.ORDERBOOK_DELTA,
        Map.of(),
        request.markets(),
        Set.of(),
        (wire, interest) -> new BookSubscription(this, wire, request, interest, handler));
  }

  private interface Maker {
    Subscription make(WireChannel wire, Interest interest);
  }

  private Subscription subscribe(
      Channel channel,
      Map<String, Object> parameters,
      MarketSelection markets,
      Set<String> keys,
      Maker maker) {
    SeriesFollower follower = null;
    Interest interest;
    if (channel.hasMarkets()) {
      switch (markets) {
        case MarketSelection.Markets named ->
            interest = Interest.of(Subscription.keys(named.markets()));
        case MarketSelection.All ignored -> interest = Interest.EVERYTHING;
        case MarketSelection.OfSeries series -> {
          follower = new SeriesFollower(series.series(), rest.markets(), time, exchangeTime);
          interest = Interest.of(follower.read());
        }
      }
    } else {
      interest = keys.isEmpty() ? Interest.EVERYTHING : Interest.of(keys);
    }
    Subscription made;
    CompletableFuture<@Nullable Void> granted;
    lock.lock();
    try {
      requireOpen();
      WireChannel wire = exchange.channel(channel);
      made = maker.make(wire, interest);
      wire.join(made, parameters);
      subscriptions.add(made);
      made.changed(Interest.NOTHING, interest);
      made.dispatcher().start();
      granted = exchange.await(made, interest, () -> drop(made));
    } finally {
      lock.unlock();
    }
    try {
      join(granted, "subscribing to " + channel.wire());
    } catch (RuntimeException e) {
      made.close();
      throw e;
    }
    if (follower != null) {
      follower.tell(now -> follow(made, now));
      made.follow(follower);
    }
    return made;
  }

  private void requireOpen() {
    if (link.isClosed()) {
      throw new IllegalStateException("the stream is closed");
    }
  }

  /** Waits for what the exchange, or the clock, will complete. */
  private <T extends @Nullable Object> T join(CompletableFuture<T> answer, String what) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KalshiTransportException("interrupted while " + what, e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Returns the failure with the caller's stack, so that it says where it was waited for. */
  private static RuntimeException rethrown(Throwable problem) {
    return switch (problem) {
      case KalshiStreamException e -> e;
      case KalshiApiException e -> e;
      case KalshiTransportException e ->
          new KalshiTransportException(String.valueOf(e.getMessage()), e);
      case RuntimeException e -> e;
      default -> new IllegalStateException(problem);
    };
  }

  /**
   * Adds markets to a subscription, and waits until they are granted, also if another thread adds
   * them at the same time.
   *
   * @throws IllegalStateException if it is closed
   */
  void widen(Subscription subscription, Set<String> markets) {
    Set<String> added = new LinkedHashSet<>(markets);
    CompletableFuture<@Nullable Void> granted;
    lock.lock();
    try {
      requireOpen();
      if (!subscriptions.contains(subscription)) {
        throw new IllegalStateException(subscription + " is closed");
      }
      added.removeAll(subscription.interest().keys());
      subscription.want(subscription.interest().plus(added));
      granted =
          exchange.await(
              subscription,
              Interest.of(markets),
              () -> subscription.want(subscription.interest().minus(added)));
    } finally {
      lock.unlock();
    }
    try {
      join(granted, "adding markets to " + subscription.channel().wire());
    } catch (RuntimeException e) {
      withdraw(subscription, granted, added);
      throw e;
    }
  }

  /** Takes back what a caller wanted who has given up. */
  private void withdraw(
      Subscription subscription, CompletableFuture<?> granted, Set<String> added) {
    lock.lock();
    try {
      if (subscription.wire.waiters().removeIf(waiter -> waiter.done() == granted)) {
        narrow(subscription, added);
      } // else that was done when it failed
    } finally {
      lock.unlock();
    }
  }

  /** Removes markets from a subscription. */
  void narrow(Subscription subscription, Set<String> removed) {
    lock.lock();
    try {
      if (subscriptions.contains(subscription)) {
        subscription.want(subscription.interest().minus(removed));
        exchange.advance(subscription.wire);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes which markets a followed series has now. */
  private void follow(Subscription subscription, Set<String> markets) {
    lock.lock();
    try {
      Interest next = Interest.of(markets);
      if (subscriptions.contains(subscription) && !next.equals(subscription.interest())) {
        subscription.want(next);
        exchange.advance(subscription.wire);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends a subscription. */
  void leave(Subscription subscription) {
    lock.lock();
    try {
      drop(subscription);
      exchange.advance(subscription.wire);
    } finally {
      lock.unlock();
    }
  }

  private void drop(Subscription subscription) {
    if (subscriptions.remove(subscription)) {
      subscription.want(Interest.NOTHING);
      subscription.wire.leave(subscription);
      exchange.abandon(subscription);
    }
  }

  // What subscriptions need.

  Instant exchangeTime() {
    return exchangeTime.get();
  }

  long nanoTime() {
    return time.nanoTime();
  }

  void later(Duration delay, Runnable task) {
    lock.lock();
    try {
      link.later(delay, task);
    } finally {
      lock.unlock();
    }
  }

  BookDispatcher bookDispatcher(BookHandler handler, boolean eachChange) {
    return new BookDispatcher(Channel.ORDERBOOK_DELTA.wire(), handler, eachChange, lock);
  }

  /** Returns the book of a market, to be shown; called under the lock. */
  TrackedBook track(MarketTicker market) {
    groupEnds.start();
    BookKeeper books = exchange.books();
    boolean known = books.find(market) != null;
    TrackedBook book = books.track(market);
    if (!known && exchange.channel(Channel.ORDERBOOK_DELTA).grants(market.value())) {
      books.missing(book); // it was granted before, so no snapshot comes by itself
    }
    return book;
  }

  void release(TrackedBook book) {
    exchange.books().release(book);
  }

  /** Takes that a subscription wants a market's messages as they come, or no longer. */
  void trackRaw(MarketTicker market, int change) {
    TrackedBook book = exchange.books().track(market);
    book.rawMembers += change;
    release(book);
  }

  /** Has the exchange send fresh snapshots of a subscription's books. */
  void refresh(Subscription subscription) {
    lock.lock();
    try {
      exchange.refresh(subscription.interest().keys());
    } finally {
      lock.unlock();
    }
  }

  /** Returns what fills the holes of a channel's subscription. */
  @SuppressWarnings("unchecked") // by the channel
  <E extends StreamEvent> Backfill<E> backfill(Channel channel, Supplier<Interest> interest) {
    return (Backfill<E>) Backfills.of(channel, rest, interest);
  }

  // The rest of what users see.

  @Override
  public List<SubscriptionList.Entry> listSubscriptions() {
    return ask(
        channel -> Command.listSubscriptions(),
        null,
        SubscriptionList.class,
        SubscriptionList::entries);
  }

  @Override
  public List<IndexId> availableIndices() {
    return availableIndices(Channel.CFBENCHMARKS_VALUE);
  }

  @Override
  public List<IndexId> availableFastIndices() {
    return availableIndices(Channel.CFBENCHMARKS_VALUE_5HZ);
  }

  private List<IndexId> availableIndices(Channel channel) {
    return ask(
        wire -> Command.listOffered(wire, "indexlist"),
        channel,
        IndexList.class,
        IndexList::indices);
  }

  @Override
  public List<UnderlyingTicker> availableUnderlyings() {
    return ask(
        channel -> Command.listOffered(channel, "underlying_list"),
        Channel.PYTH_VALUE,
        UnderlyingList.class,
        UnderlyingList::underlyings);
  }

  private <A extends StreamEvent, T> T ask(
      Function<WireChannel, Command> question,
      @Nullable Channel channel,
      Class<A> expected,
      Function<A, T> reading) {
    Command command;
    lock.lock();
    try {
      requireOpen();
      WireChannel wire = exchange.channel(channel == null ? Channel.TICKER : channel);
      if (channel != null && !wire.isGranted()) {
        throw new IllegalStateException("there is no subscription to " + channel.wire());
      }
      command = question.apply(wire);
      exchange.ask(command);
    } finally {
      lock.unlock();
    }
    StreamEvent answer = join(command.answer, command.toString());
    if (!expected.isInstance(answer)) {
      throw new KalshiDecodingException(command + " was answered with " + answer);
    }
    return reading.apply(expected.cast(answer));
  }

  @Override
  public void refreshBooks() {
    lock.lock();
    try {
      exchange.refresh(exchange.channel(Channel.ORDERBOOK_DELTA).granted().keys());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public StreamState state() {
    return board.state();
  }

  @Override
  public void observe(StreamObserver observer) {
    board.observe(observer);
  }

  @Override
  public FrameTap tap(FrameListener listener) {
    link.listen(listener);
    return () -> link.unlisten(listener);
  }

  @Override
  public StreamStatistics statistics() {
    lock.lock();
    try {
      return exchange.statistics();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    if (!link.close()) {
      return;
    }
    Collection<Subscription> last;
    lock.lock();
    try {
      exchange.closed();
      last = new ArrayList<>(subscriptions);
    } finally {
      lock.unlock();
    }
    groupEnds.close();
    Thread caller = Thread.currentThread();
    List<Thread> closing =
        last.stream().map(each -> Thread.ofVirtual().start(() -> each.close(caller))).toList();
    try {
      for (Thread each : closing) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
