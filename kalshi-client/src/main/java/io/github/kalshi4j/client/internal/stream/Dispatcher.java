package io.github.kalshi4j.client.internal.stream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The virtual thread that calls one subscription's handler, and what all of them count. A subclass
 * says what there is to call; a failing call is logged, and the next one made.
 */
abstract class Dispatcher {
  /** How long at most closing waits for a call that is under way. */
  static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

  final AtomicLong delivered = new AtomicLong();
  final AtomicLong conflated = new AtomicLong();
  final AtomicLong handlerFailures = new AtomicLong();
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicBoolean free = new AtomicBoolean(true); // until a call, or the end, takes it
  private final String name;
  private final Thread thread;

  Dispatcher(String name) {
    this.name = name;
    thread = Thread.ofVirtual().name("kalshi-stream-" + name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isOpen() {
    return open.get();
  }

  private void run() {
    while (isOpen()) {
      try {
        step();
      } catch (InterruptedException e) {
        // it has ended, unless somebody else interrupts our thread
      }
    }
    ended();
  }

  /** Takes that the thread ends, which is this one. */
  void ended() {}

  /** Waits for the next thing to do, and does it. */
  abstract void step() throws InterruptedException;

  /** Makes a call of the handler, unless the thread has been ended. */
  final void call(Runnable handler) {
    if (!free.compareAndSet(true, false)) {
      return;
    }
    try {
      handler.run();
    } catch (Throwable e) { // whatever it is, the next call must be made
      handlerFailures.incrementAndGet();
      LOG.log(System.Logger.Level.ERROR, "the handler of " + name + " failed", e);
    } finally {
      boolean unused = Thread.interrupted(); // a handler may leave it so
      free.set(true);
      if (!isOpen()) {
        thread.interrupt();
      }
    }
  }

  /**
   * Ends the thread. Waits until it has ended, two seconds at most, unless it is the caller's. A
   * call under way is interrupted only if it takes longer, since it may be placing an order.
   *
   * @param caller the thread that wants it ended, which may be that of the handler
   */
  final void end(Thread caller) {
    open.set(false);
    if (caller == thread) {
      return;
    }
    if (free.compareAndSet(true, false)) {
      thread.interrupt();
    }
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.log(
            System.Logger.Level.WARNING,
            "the handler of {0} has not returned within {1} of its end",
            name,
            CLOSE_LIMIT);
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
