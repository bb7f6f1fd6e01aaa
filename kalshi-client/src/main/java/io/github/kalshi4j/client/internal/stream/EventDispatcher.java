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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of one subscription until its handler takes them, and fills its holes.
 *
 * <p>A hole is a marker in the queue, behind the events that came before it. When the handler's
 * thread gets there, what happened since the last event of the stream is read over REST, on a
 * thread of its own; what is new is handed on, and the queue goes on, without what REST brought
 * already. As the marker is set when the exchange sends again, REST is read after that, and nothing
 * falls between. Where events may be missing before the marker can be set, a cut is made at once,
 * and the hole reaches back to it. Since the exchange's answers lag behind its stream, each hole is
 * read once more some seconds later.
 *
 * <p>Only what the stream brought, and what was known when a hole was read twice, says until when
 * nothing is missing: a first reading may lack what is newer than the exchange's answers.
 *
 * <p>Where the state at the beginning counts, it is read twice as well. A hole that reaches back to
 * before it was known, or to before markets were added, is filled from everything there is, however
 * old: what was there at the beginning may have ended in the hole, unknown until then.
 *
 * <p>The handler waits for a reading two seconds at most, so that an exchange that does not answer
 * holds no live event up; what is read then follows when it is there.
 */
final class EventDispatcher<E extends StreamEvent> extends Dispatcher {
  /** By how much earlier than the last event REST is read, as events may come out of order. */
  static final Duration OVERLAP = Duration.ofSeconds(5);

  /** For how long events are remembered, so that none is handed on twice. */
  static final Duration MEMORY = Duration.ofMinutes(1);

  /** How much time passes between two clearings of the memory. */
  private static final Duration FORGET_STEP = Duration.ofSeconds(10);

  /** For how long live events wait for what is read over REST. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

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
    /** Returns, by the exchange's clock, since when the subscription is to be complete. */
    Instant beginning();

    /** Returns what the exchange's clock shows at most. */
    Instant now();

    /** Runs something after a while. */
    void later(Duration delay, Runnable task);

    /** Runs what reads over REST, on a thread of its own. */
    void read(Runnable reading);

    /** Has the exchange send fresh snapshots of the subscription's books. */
    void refresh();
  }

  /** A hole in the queue, or what is to be read to know how things were in the beginning. */
  private static final class Marker {
    private final Hole.@Nullable Cause cause; // null for the beginning's state
    private boolean placed; // whether it is known since when
    private @Nullable Instant since; // null for since the beginning
    private @Nullable Hole hole; // once the handler was told
    private @Nullable Instant reached; // the newest that was read
    private int failures;
    private boolean looked;

    Marker(Hole.@Nullable Cause cause) {
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
  private final Map<Hole.Cause, Marker> cuts = new EnumMap<>(Hole.Cause.class);
  private boolean overflowing;

  // Used on the handler's thread only.
  private final Set<Marker> unfilled = new HashSet<>(); // those that are placed
  private @Nullable Instant last; // until when nothing is missing, but for what is unfilled
  private @Nullable Instant forgotten;
  private @Nullable Marker baseline; // the last one
  private @Nullable Instant known; // when it had been read

  private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
  private final AtomicLong open = new AtomicLong();
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
      queue.removeIf(StreamEvent.class::isInstance);
      dropped.addAndGet(before - queue.size());
    }
    queue.add(new Marker(Hole.Cause.OVERFLOW));
    filled.signal();
  }

  /** Marks that events may be missing, back to the cut of this cause if there was one. */
  void hole(Hole.Cause cause) {
    mutex.lock();
    try {
      Marker cut = cuts.remove(cause);
      queue.add(cut == null ? new Marker(cause) : cut);
      filled.signal();
    } finally {
      mutex.unlock();
    }
  }

  /** Marks that events may be missing from here on, until a hole of this cause is marked. */
  void cut(Hole.Cause cause) {
    mutex.lock();
    try {
      if (!cuts.containsKey(cause)) {
        Marker marker = new Marker(cause);
        cuts.put(cause, marker);
        enqueue(() -> place(marker));
      }
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Has it read how things are, if that is of use to fill holes later: at the beginning, and when
   * more is wanted than before.
   */
  void begin() {
    if (backfill != null && backfill.needsBaseline()) {
      again(new Marker(null));
    }
  }

  /** Has the handler told something, in order. */
  void tell(Runnable call) {
    enqueue(() -> call(call));
  }

  /** Has something done on the handler's thread, in order; it calls the handler by itself. */
  private void enqueue(Runnable task) {
    mutex.lock();
    try {
      queue.add(task);
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
      case Runnable task -> task.run();
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
      advance(Events.time(event));
      if (!backfill.isNew(event, false)) {
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

  private void advance(@Nullable Instant time) {
    last = later(last, time);
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  /**
   * Forgets what no hole reaches back to: neither one that is still to be read, nor one to come.
   */
  private void forgetOld() {
    Instant limit = last;
    if (backfill == null || limit == null) {
      return;
    }
    for (Marker marker : unfilled) {
      Instant since = marker.since;
      if (since == null) {
        return;
      }
      limit = since.isBefore(limit) ? since : limit;
    }
    limit = limit.minus(MEMORY);
    if (forgotten == null || limit.isAfter(forgotten.plus(FORGET_STEP))) {
      forgotten = limit;
      backfill.forgetBefore(limit);
    }
  }

  private void place(Marker marker) {
    if (!marker.placed) {
      marker.placed = true;
      marker.since = marker.cause == Hole.Cause.BEGINNING ? null : last;
      unfilled.add(marker);
      if (marker.cause == null) {
        baseline = marker;
        known = null;
      }
    }
  }

  private void repair(Marker marker) throws InterruptedException {
    place(marker);
    Hole.Cause cause = marker.cause;
    if (marker.hole == null && cause != null) {
      Instant since = marker.since;
      Hole hole = new Hole(channel, cause, since == null ? host.beginning() : since);
      marker.hole = hole;
      opened(cause);
      if (cause != Hole.Cause.BEGINNING) {
        call(() -> handler.onHole(hole));
      }
      if (channel == Channel.ORDERBOOK_DELTA && cause == Hole.Cause.OVERFLOW) {
        host.refresh();
      }
    }
    if (backfill == null) {
      closed(marker);
      return;
    }
    read(marker, backfill);
  }

  private void read(Marker marker, Backfill<E> source) throws InterruptedException {
    Instant since = marker.since == null ? host.beginning() : marker.since;
    boolean fromKnown = marker.since != null && known != null && marker.since.isAfter(known);
    Supplier<List<E>> reading =
        source.reading(
            marker.cause == Hole.Cause.BEGINNING ? since : since.minus(OVERLAP),
            fromKnown || marker.cause == null);
    CompletableFuture<List<E>> answer = new CompletableFuture<>();
    host.read(() -> {
      readers.add(Thread.currentThread());
      try {
        answer.complete(reading.get());
      } catch (Throwable e) { // whatever it is, the handler's thread must know
        answer.completeExceptionally(e);
      } finally {
        readers.remove(Thread.currentThread());
      }
    });
    if (marker.failures == 0 && !marker.looked) {
      CompletableFuture<@Nullable Void> patience = new CompletableFuture<>();
      host.later(PATIENCE, () -> patience.complete(null));
      try {
        CompletableFuture.anyOf(answer, patience).get();
      } catch (ExecutionException e) {
        // the answer tells
      }
    }
    if (answer.isDone()) {
      take(marker, source, answer);
    } else {
      var unused =
          answer.whenComplete((events, problem) -> enqueue(() -> take(marker, source, answer)));
    }
  }

  private void take(Marker marker, Backfill<E> source, CompletableFuture<List<E>> answer) {
    if (!isOpen()) {
      return;
    }
    List<E> found;
    try {
      found = answer.join();
    } catch (CompletionException e) { // no answer, or one that cannot be read: it is asked again
      marker.failures++;
      log(marker, e.getCause() == null ? e : e.getCause());
      Duration pause =
          FIRST_RETRY.multipliedBy(1L << Math.min(marker.failures - 1, MOST_DOUBLINGS));
      host.later(pause, () -> again(marker));
      return;
    }
    int handed = 0;
    for (E event : found) {
      if (!marker.looked) { // what the second brings may wait in the queue still, to be known again
        marker.reached = later(marker.reached, Events.time(event));
      }
      if (marker.cause == null || !scope.wanted(event)) {
        if (scope.wants(event)) {
          source.note(event);
        }
      } else if (source.isNew(event, true)) {
        handed++;
        backfilled.incrementAndGet();
        hand(event);
      }
    }
    Hole hole = marker.hole;
    if (!marker.looked) {
      marker.looked = true;
      host.later(SECOND_LOOK, () -> again(marker));
      if (hole != null) {
        int events = handed;
        call(() -> handler.onRepaired(hole, events));
      }
    } else if (hole != null) {
      closed(marker);
      advance(marker.reached);
    } else {
      unfilled.remove(marker);
      known = marker == baseline ? host.now() : known;
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

  private void opened(Hole.Cause cause) {
    holes.incrementAndGet();
    open.incrementAndGet();
    if (cause == Hole.Cause.OVERFLOW) {
      mutex.lock();
      try {
        overflowing = false; // before REST is read, so that nothing falls between
      } finally {
        mutex.unlock();
      }
    }
  }

  private void closed(Marker marker) {
    unfilled.remove(marker);
    open.decrementAndGet();
  }

  @Override
  void ended() {
    readers.forEach(Thread::interrupt);
  }

  private void log(Marker marker, Throwable problem) {
    System.getLogger(EventDispatcher.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "what {0} missed since {1} cannot be read yet: {2}",
            channel.wire(),
            marker.since == null ? host.beginning() : marker.since,
            problem);
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
          open.get(),
          handlerFailures.get());
    } finally {
      mutex.unlock();
    }
  }
}
