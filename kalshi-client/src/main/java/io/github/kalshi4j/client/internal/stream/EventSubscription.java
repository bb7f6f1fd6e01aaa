package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.SubscriptionStatistics;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A subscription to events. */
final class EventSubscription<E extends StreamEvent> extends Subscription
    implements EventDispatcher.Scope<E>, EventDispatcher.Host {
  /** By how much our idea of the exchange's clock may be wrong. */
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(1);

  private final StreamRequest<E> request;
  private final StreamHandler<? super E> handler;
  private final EventDispatcher<E> dispatcher;
  private final long begun; // by the monotonic clock, as the exchange's may not be known yet
  private final Map<String, Long> addedAt = new ConcurrentHashMap<>(); // those added later
  private boolean joined; // guarded by the stream's lock, as is the next
  private boolean wider; // than when it was last granted

  EventSubscription(
      LiveStream stream,
      WireChannel wire,
      StreamRequest<E> request,
      Interest interest,
      StreamHandler<? super E> handler) {
    super(stream, wire, request.markets(), interest);
    this.request = request;
    this.handler = handler;
    begun = stream.nanoTime();
    dispatcher =
        new EventDispatcher<>(
            request,
            handler,
            request.hasBackfill() ? stream.backfill(request.channel(), this::interest) : null,
            this,
            this);
  }

  @Override
  Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Takes an event of its channel, if it is about what it wants; under the stream's lock. */
  void offer(StreamEvent event, String key) {
    if (interest().includes(key)) {
      @SuppressWarnings("unchecked") // a channel sends the events of its requests only
      E mine = (E) event;
      dispatcher.offer(mine, key);
    }
  }

  @Override
  public boolean wants(E event) {
    return interest().includes(Events.key(event));
  }

  @Override
  public boolean wanted(E event) {
    String key = Events.key(event);
    Instant time = Events.time(event);
    Long added = addedAt.get(key);
    Instant since = added == null ? beginning() : exchangeTimeAt(added);
    return interest().includes(key) && (time == null || !time.isBefore(since));
  }

  /** Returns what the exchange's clock showed, or a bit less, when ours showed something. */
  private Instant exchangeTimeAt(long nanos) {
    return stream.exchangeTime().minusNanos(stream.nanoTime() - nanos).minus(CLOCK_ERROR);
  }

  @Override
  public Instant now() {
    return stream.exchangeTime().plus(CLOCK_ERROR);
  }

  @Override
  public Instant beginning() {
    Instant since = request.since();
    return since == null ? exchangeTimeAt(begun) : since.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  void changed(Interest before, Interest after) {
    for (String key : after.keys()) {
      if (!before.includes(key)) {
        if (joined) {
          addedAt.put(key, stream.nanoTime());
          wider = true;
        }
        track(key, 1);
      }
    }
    for (String key : before.keys()) {
      if (!after.includes(key)) {
        addedAt.remove(key);
        track(key, -1);
      }
    }
    joined = true;
  }

  private void track(String market, int change) {
    if (channel() == Channel.ORDERBOOK_DELTA) {
      stream.trackRaw(MarketTicker.of(market), change);
    }
  }

  @Override
  void granted() {
    dispatcher.begin();
    if (request.since() != null && request.hasBackfill()) {
      dispatcher.hole(Hole.Cause.BEGINNING);
    }
  }

  @Override
  public void settled() {
    if (wider) {
      wider = false;
      dispatcher.begin();
    }
  }

  @Override
  public void cut(Hole.Cause cause) {
    dispatcher.cut(cause);
  }

  @Override
  public void hole(Hole.Cause cause) {
    dispatcher.hole(cause);
  }

  @Override
  public void refused(KalshiException reason) {
    dispatcher.tell(() -> handler.onRefused(reason));
  }

  @Override
  public void later(Duration delay, Runnable task) {
    stream.later(delay, task);
  }

  @Override
  public void read(Runnable reading) {
    Thread.ofVirtual().name("kalshi-stream-backfill-" + channel().wire()).start(reading);
  }

  @Override
  public void refresh() {
    stream.refresh(this);
  }

  @Override
  public SubscriptionStatistics statistics() {
    return dispatcher.statistics();
  }
}
