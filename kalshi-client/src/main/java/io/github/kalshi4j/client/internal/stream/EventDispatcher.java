package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.Delivery;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.SubscriptionStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of one subscription until its handler takes them, and fills its holes.
 *
 * <p>A hole is a marker in the queue, behind the events that came before it. When the handler's
 * thread gets there it reads over REST what happened since the last event, hands on what is new,
 * and goes on with the queue, from which it leaves out what REST brought already. As the marker is
 * set when the exchange sends again, REST is read after that, and nothing falls between. Since the
 * exchange's answers lag behind its stream, each hole is read once more some seconds later.
 */
final class EventDispatcher<E extends StreamEvent> extends Dispatcher {
  /** By how much earlier than the last event REST is read, as events may come out of order. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  /** For how long events are remembered, so that none is handed on twice. */
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 5;

  /** The second reading of a hole, once the exchange's answers cannot lag behind any more. */
  static final Duration SECOND_LOOK = Duration.ofSeconds(3);

  /** Which events belong to the subscription. */
  interface Scope<E> {
    /** Returns whether an event of the stream is wanted still. */
    boolean wants(E event);

    /** Returns whether an event that was read over REST is wanted, and was when it happened. */
    boolean wanted(E event);
  }

  /** What the dispatcher needs of its stream. */
  interface Host {
    Instant exchangeTime();

    /** Runs something after a while. */
    void later(Duration delay, Runnable task);

    /** Has the exchange send fresh snapshots of the subscription's books. */
    void refresh();
  }

  /** A hole in the queue. */
  private static final class Marker {
    private final Hole.Cause cause;
    private @Nullable Hole hole; // once the handler was told
    private int failures;
    private boolean looked;

    Marker(Hole.Cause cause) {
      this.cause = cause;
    }
  }

  private final Channel channel;
  private final StreamHandler<? super E> handler;
  private final Delivery delivery;
  private final int capacity;
  private final @Nullable Backfill<E> backfill;
  private final Scope<E> scope;
  private final Host host;

  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition filled = mutex.newCondition();
  private final ArrayDeque<Object> queue = new ArrayDeque<>(); // events and markers
  private final Map<Object, E> newest = new LinkedHashMap<>();
  private boolean overflowing;
  private @Nullable Instant cutAt; // used on the handler's thread only
  private @Nullable Instant begun;

  private final List<Hole> open = new ArrayList<>(); // guarded by mutex
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong backfilled = new AtomicLong();
  private final AtomicLong holes = new AtomicLong();

  /**
   * Creates a dispatcher.
   *
   * @param backfill null if holes are told only
   * @param scope asked before an event is handed on
   */
  EventDispatcher(
      StreamRequest<E> request,
      StreamHandler<? super E> handler,
      @Nullable Backfill<E> backfill,
      Scope<E> scope,
      Host host) {
    super(request.channel().wire());
    this.channel = request.channel();
    this.handler = handler;
    this.delivery = request.delivery();
    this.capacity = request.capacity();
    this.backfill = backfill;
    this.scope = scope;
    this.host = host;
  }

  /** Notes when the subscription began. */
  void begin(Instant time) {
    mutex.lock();
    try {
      if (begun == null) {
        begun = time;
      }
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Takes an event; never waits.
   *
   * @param key which events replace each other where only the newest counts
   */
  void offer(E event, Object key) {
    mutex.lock();
    try {
      if (delivery == Delivery.NEWEST) {
        if (newest.put(key, event) != null) {
          conflated.incrementAndGet();
        }
      } else if (overflowing) {
        dropped.incrementAndGet();
        return;
      } else if (queue.size() >= capacity) {
        overflow();
        return;
      } else {
        queue.add(event);
      }
      filled.signal();
    } finally {
      mutex.unlock();
    }
  }

  private void overflow() {
    overflowing = true;
    dropped.incrementAndGet();
    if (channel == Channel.ORDERBOOK_DELTA) {
      // What waits is worth nothing without what follows; fresh snapshots will come.
      long before = queue.size();
      queue.removeIf(element -> !(element instanceof Marker));
      dropped.addAndGet(before - queue.size());
    }
    queue.add(new Marker(Hole.Cause.OVERFLOW));
    filled.signal();
  }

  /** Marks that events may be missing. */
  void hole(Hole.Cause cause) {
    mutex.lock();
    try {
      queue.add(new Marker(cause));
      filled.signal();
    } finally {
      mutex.unlock();
    }
  }

  /** Marks that events may be missing from here on, until a hole is marked. */
  void cut() {
    tell(() -> {
      if (cutAt == null) {
        cutAt = since();
      }
    });
  }

  /** Has the handler told something, in order. */
  void tell(Runnable call) {
    mutex.lock();
    try {
      queue.add(call);
      filled.signal();
    } finally {
      mutex.unlock();
    }
  }

  @Override
  void step() throws InterruptedException {
    Object next = take();
    switch (next) {
      case Marker marker -> repair(marker);
      case Runnable call -> call(call);
      default -> {
        @SuppressWarnings("unchecked") // only events of its channel are offered
        E event = (E) next;
        deliver(event);
      }
    }
  }

  private Object take() throws InterruptedException {
    mutex.lockInterruptibly();
    try {
      while (true) {
        if (!queue.isEmpty()) {
          return queue.remove();
        }
        if (!newest.isEmpty()) {
          var first = newest.entrySet().iterator();
          E event = first.next().getValue();
          first.remove();
          return event;
        }
        filled.await();
      }
    } finally {
      mutex.unlock();
    }
  }

  private void deliver(E event) {
    if (!scope.wants(event)) {
      return;
    }
    if (backfill != null) {
      if (!backfill.isNew(event)) {
        duplicates.incrementAndGet();
        return;
      }
      forgetOld();
    }
    hand(event);
  }

  private void hand(E event) {
    if (isOpen()) {
      delivered.incrementAndGet();
      call(() -> handler.on(event));
    }
  }

  private void forgetOld() {
    Backfill<E> memory = backfill;
    Instant last = memory == null ? null : memory.newest();
    if (memory == null || last == null || cutAt != null) {
      return;
    }
    mutex.lock();
    try {
      if (!open.isEmpty() || !queue.isEmpty()) {
        return; // what waits, or is still to be read, may be as old as the oldest hole
      }
    } finally {
      mutex.unlock();
    }
    memory.forgetBefore(last.minus(MEMORY));
  }

  private void repair(Marker marker) {
    Hole hole = marker.hole;
    if (hole == null) {
      hole = new Hole(channel, marker.cause, since(marker.cause));
      cutAt = isCut(marker.cause) ? null : cutAt;
      marker.hole = hole;
      opened(hole, marker.cause);
      Hole told = hole;
      if (marker.cause != Hole.Cause.BEGINNING) {
        call(() -> handler.onHole(told));
      }
      if (channel == Channel.ORDERBOOK_DELTA && marker.cause == Hole.Cause.OVERFLOW) {
        host.refresh();
      }
    }
    if (backfill == null) {
      closed(hole);
      return;
    }
    fill(marker, hole, backfill);
  }

  private void fill(Marker marker, Hole hole, Backfill<E> source) {
    int found;
    try {
      found =
          source.repair(
              marker.cause == Hole.Cause.BEGINNING ? hole.since() : hole.since().minus(OVERLAP),
              event -> {
                if (scope.wanted(event)) {
                  backfilled.incrementAndGet();
                  hand(event);
                }
              });
    } catch (RuntimeException e) { // no answer, or one that cannot be read: it is asked again
      if (!isOpen()) {
        return;
      }
      marker.failures++;
      log(hole, e);
      Duration pause =
          FIRST_RETRY.multipliedBy(1L << Math.min(marker.failures - 1, MOST_DOUBLINGS));
      host.later(pause, () -> again(marker));
      return;
    }
    if (!marker.looked) {
      marker.looked = true;
      host.later(SECOND_LOOK, () -> again(marker));
      if (marker.cause != Hole.Cause.BEGINNING) {
        call(() -> handler.onRepaired(hole, found));
      }
    } else {
      closed(hole);
    }
  }

  private void again(Marker marker) {
    mutex.lock();
    try {
      queue.add(marker);
      filled.signal();
    } finally {
      mutex.unlock();
    }
  }

  private void opened(Hole hole, Hole.Cause cause) {
    holes.incrementAndGet();
    mutex.lock();
    try {
      open.add(hole);
      if (cause == Hole.Cause.OVERFLOW) {
        overflowing = false; // before REST is read, so that nothing falls between
      }
    } finally {
      mutex.unlock();
    }
  }

  private void closed(Hole hole) {
    mutex.lock();
    try {
      open.remove(hole);
    } finally {
      mutex.unlock();
    }
  }

  private static boolean isCut(Hole.Cause cause) {
    return cause == Hole.Cause.RECONNECTED || cause == Hole.Cause.RESUBSCRIBED;
  }

  private Instant since(Hole.Cause cause) {
    Instant cut = cutAt;
    return isCut(cause) && cut != null
        ? cut
        : cause == Hole.Cause.BEGINNING ? beginning() : since();
  }

  /** Returns when the last event happened, or else the subscription began. */
  private Instant since() {
    Instant last = backfill == null ? null : backfill.newest();
    return last == null ? beginning() : last;
  }

  private Instant beginning() {
    mutex.lock();
    try {
      return begun == null ? host.exchangeTime() : begun;
    } finally {
      mutex.unlock();
    }
  }

  private void log(Hole hole, RuntimeException problem) {
    System.getLogger(EventDispatcher.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "what {0} missed since {1} cannot be read yet: {2}",
            channel.wire(),
            hole.since(),
            problem.getMessage());
  }

  SubscriptionStatistics statistics() {
    mutex.lock();
    try {
      return new SubscriptionStatistics(
          delivered.get(),
          conflated.get(),
          queue.size() + newest.size(),
          dropped.get(),
          duplicates.get(),
          backfilled.get(),
          holes.get(),
          open.size(),
          handlerFailures.get());
    } finally {
      mutex.unlock();
    }
  }
}
