package io.github.kalshi4j.client.internal.auth;

import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of the fixed write paths, made before they are needed, so that placing an order does
 * no asymmetric cryptography. The signed text has no body in it, only a time, and the exchange
 * takes times that are some seconds off. Each signature carries a millisecond of its own, is given
 * out once, and only while its millisecond is within two seconds of the time.
 *
 * <p>A background thread keeps the pool full. It signs one odd millisecond after another, from a
 * second ahead on, and never goes back, so that none is signed twice. In a burst it comes to the
 * end of the two seconds, and then waits for the clock; as it does when the clock is set back, or
 * its offset corrected. Only where that is more than ten seconds it throws everything away and
 * starts anew; what it then signs again was sent six seconds before at least. While the pool has
 * nothing, requests are signed when they are sent.
 */
final class ReadySignatures implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReadySignatures.class.getName());

  static final long WINDOW_MILLIS = 2_000;
  private static final long AHEAD_MILLIS = 1_000;
  private static final long SET_BACK_MILLIS = 10_000;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /** A method and path that are always the same. */
  record Route(String method, String path) {}

  private record Entry(long stamp, List<Header> headers) {}

  private final RequestSigner signer;
  private final LongSupplier clock;
  private final TimeSource time;
  private final int size;
  private final Map<Route, Pool> pools = new LinkedHashMap<>();
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

  /** Returns how many signatures are kept, over all routes, without those that have expired. */
  int ready() {
    long now = clock.getAsLong();
    return pools.values().stream().mapToInt(pool -> pool.count(now)).sum();
  }

  private void run() {
    boolean failed = false;
    try {
      while (open) {
        try {
          refill();
          failed = false;
        } catch (RuntimeException e) {
          if (open && !failed) {
            LOG.log(
                System.Logger.Level.WARNING,
                "signatures cannot be made ahead; until they can, requests are signed when sent",
                e);
          }
          failed = true;
        }
        if (open) { // which a signer that lost the interrupt of close() would not tell
          time.sleep(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  /** Signs for all routes in turn, until no more is wanted. */
  private void refill() {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Pool pool : pools.values()) {
        grown |= open && pool.grow(clock.getAsLong());
      }
    }
  }

  /** Stops the background thread, at most within two seconds, and forgets all signatures. */
  @Override
  public void close() {
    open = false;
    refiller.interrupt();
    try {
      refiller.join(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pools.values().forEach(Pool::clear);
  }

  /** The signatures of one route, oldest stamp first. */
  private final class Pool {
    private final Route route;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long newest; // of the stamps ever signed; only the background thread asks

    Pool(Route route) {
      this.route = route;
    }

    @Nullable List<Header> take(long now) {
      lock.lock();
      try {
        dropExpired(now);
        Entry oldest = entries.peekFirst();
        if (oldest == null || oldest.stamp > now + WINDOW_MILLIS) {
          return null;
        }
        entries.removeFirst();
        return oldest.headers;
      } finally {
        lock.unlock();
      }
    }

    /** Signs one more, if there is room for it and a millisecond; returns whether it did. */
    boolean grow(long now) {
      if (newest > now + WINDOW_MILLIS + SET_BACK_MILLIS) {
        clear();
        newest = 0;
      }
      long stamp = Math.max(newest + 2, now + AHEAD_MILLIS | 1);
      if (stamp > now + WINDOW_MILLIS || count(now) >= size) {
        return false;
      }
      newest = stamp;
      add(new Entry(stamp, signer.sign(stamp, route.method(), route.path())));
      return true;
    }

    private void add(Entry entry) {
      lock.lock();
      try {
        if (open) {
          entries.addLast(entry);
        }
      } finally {
        lock.unlock();
      }
    }

    int count(long now) {
      lock.lock();
      try {
        dropExpired(now);
        return entries.size();
      } finally {
        lock.unlock();
      }
    }

    void clear() {
      lock.lock();
      try {
        entries.clear();
      } finally {
        lock.unlock();
      }
    }

    private void dropExpired(long now) {
      for (Entry oldest = entries.peekFirst();
          oldest != null && oldest.stamp < now - WINDOW_MILLIS;
          oldest = entries.peekFirst()) {
        entries.removeFirst();
      }
    }
  }
}
