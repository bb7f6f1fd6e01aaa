package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The thread that ends groups of changes after which nothing came. It sleeps while there is none.
 */
final class GroupEnds implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(5);

  private final TimeSource time;
  private final ReentrantLock lock;
  private final Condition opened;
  private final BookKeeper books;
  private final Thread thread;
  private boolean started; // guarded by the lock

  GroupEnds(TimeSource time, ReentrantLock lock, BookKeeper books) {
    this.time = time;
    this.lock = lock;
    this.books = books;
    opened = lock.newCondition();
    books.onGroup(opened::signal);
    thread = Thread.ofVirtual().name("kalshi-stream-groups").unstarted(this::run);
  }

  /** Starts the thread unless it runs; called under the lock. */
  void start() {
    if (!started) {
      started = true;
      thread.start();
    }
  }

  private void run() {
    try {
      while (true) {
        lock.lockInterruptibly();
        try {
          while (!books.endGroups(time.nanoTime())) {
            opened.await();
          }
        } finally {
          lock.unlock();
        }
        time.sleep(STEP);
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
