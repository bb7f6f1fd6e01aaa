package io.github.kalshi4j.client.internal.auth;

import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of the fixed write paths, made before they are needed, so that placing an order does
 * no asymmetric cryptography. The signed text has no body in it, only a time, and the exchange
 * takes times that are some seconds off. Each signature carries a millisecond of its own, is given
 * out once, and only while its millisecond is within two seconds of the time.
 *
 * <p>A background thread keeps the pool full and throws away what has become too old. When the
 * clock steps, or its offset is corrected, what no longer fits is thrown away at the next use.
 */
final class ReadySignatures implements AutoCloseable {
  static final long WINDOW_MILLIS = 2_000;
  private static final long AHEAD_MILLIS = 1_500;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /** A method and path that are always the same. */
  record Route(String method, String path) {}

  private record Entry(long stamp, List<Header> headers) {}

  private final RequestSigner signer;
  private final LongSupplier clock;
  private final TimeSource time;
  private final int size;
  private final Map<Route, Pool> pools = new HashMap<>();
  private final Thread refiller;
  private volatile boolean open = true;

  private ReadySignatures(
      RequestSigner signer, List<Route> routes, int size, LongSupplier clock, TimeSource time) {
    this.signer = signer;
    this.clock = clock;
    this.time = time;
    this.size = size;
    for (Route route : routes) {
      pools.put(route, new Pool(route));
    }
    refiller = Thread.ofPlatform().name("kalshi-signatures").daemon().unstarted(this::run);
  }

  /**
   * Starts a pool, which is empty at first.
   *
   * @param size how many signatures are kept for each route
   * @param clock the exchange's time in milliseconds since 1970
   * @param time what the background thread waits by
   */
  static ReadySignatures start(
      RequestSigner signer, List<Route> routes, int size, LongSupplier clock, TimeSource time) {
    ReadySignatures ready = new ReadySignatures(signer, routes, size, clock, time);
    ready.refiller.start();
    return ready;
  }

  /** Returns the headers of a signature that is ready; null if there is none for this route. */
  @Nullable List<Header> take(Route route) {
    Pool pool = pools.get(route);
    return pool == null ? null : pool.take(clock.getAsLong());
  }

  /** Returns how many signatures are ready, over all routes. */
  int ready() {
    return pools.values().stream().mapToInt(pool -> pool.count.get()).sum();
  }

  /** Signs what is missing and throws away what is too old; returns whether all pools are full. */
  boolean refill() {
    boolean full = true;
    for (Pool pool : new ArrayList<>(pools.values())) {
      pool.dropOld(clock.getAsLong());
      while (open && pool.count.get() < size) {
        pool.add();
        full = false;
      }
    }
    return full;
  }

  private void run() {
    try {
      while (open) {
        refill();
        time.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  /** Stops the background thread, at most within two seconds, and forgets all signatures. */
  @Override
  public void close() {
    open = false;
    refiller.interrupt();
    try {
      if (!refiller.equals(Thread.currentThread())) {
        refiller.join(CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pools.values().forEach(Pool::clear);
  }

  /** The signatures of one route, oldest stamp first. */
  private final class Pool {
    private final Route route;
    private final ConcurrentLinkedDeque<Entry> entries = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Stamps stamps = new Stamps(1, AHEAD_MILLIS + WINDOW_MILLIS);

    Pool(Route route) {
      this.route = route;
    }

    void add() {
      long stamp = stamps.next(clock.getAsLong() + AHEAD_MILLIS);
      entries.addLast(new Entry(stamp, signer.sign(stamp, route.method(), route.path())));
      count.incrementAndGet();
    }

    @Nullable List<Header> take(long now) {
      for (Entry entry = entries.pollFirst(); entry != null; entry = entries.pollFirst()) {
        count.decrementAndGet();
        if (Math.abs(entry.stamp - now) <= WINDOW_MILLIS) {
          return entry.headers;
        }
      }
      return null;
    }

    void dropOld(long now) {
      for (Entry entry = entries.peekFirst();
          entry != null && Math.abs(entry.stamp - now) > WINDOW_MILLIS;
          entry = entries.peekFirst()) {
        if (entries.removeFirstOccurrence(entry)) {
          count.decrementAndGet();
        }
      }
    }

    void clear() {
      while (entries.pollFirst() != null) {
        count.decrementAndGet();
      }
    }
  }
}
