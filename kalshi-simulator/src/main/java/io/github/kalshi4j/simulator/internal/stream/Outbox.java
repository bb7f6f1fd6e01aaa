package io.github.kalshi4j.simulator.internal.stream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait to be written to one connection, in order. Safe for threads; whoever puts
 * frames in never waits for the reader.
 */
final class Outbox {
  /** How much of one subscription waits. Guarded by the outbox. */
  static final class Share {
    private long waiting;
  }

  private record Entry(OutgoingFrame frame, @Nullable Share share) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private final Queue<Entry> queue = new ArrayDeque<>();
  private final long limit;
  private long waiting;
  private boolean closed;

  /**
   * Creates an empty outbox.
   *
   * @param limit how many characters may wait of one subscription's live frames
   */
  Outbox(long limit) {
    this.limit = limit;
  }

  /** Takes a frame that a command asked for. */
  void put(OutgoingFrame frame) {
    lock.lock();
    try {
      add(new Entry(frame, null));
    } finally {
      lock.unlock();
    }
  }

  /** Takes a frame, unless too much of its subscription waits already: then returns false. */
  boolean offer(OutgoingFrame frame, Share share) {
    lock.lock();
    try {
      if (share.waiting + frame.length() > limit) {
        return false;
      }
      share.waiting += frame.length();
      add(new Entry(frame, share));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void add(Entry entry) {
    if (closed) {
      return;
    }
    waiting += entry.frame.length();
    queue.add(entry);
    filled.signal();
  }

  /** Waits for the next frame; returns null once closed. */
  @Nullable OutgoingFrame take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && queue.isEmpty()) {
        filled.await();
      }
      Entry entry = queue.poll();
      if (entry == null) {
        return null;
      }
      waiting -= entry.frame.length();
      if (entry.share != null) {
        entry.share.waiting -= entry.frame.length();
      }
      emptied.signalAll();
      return entry.frame;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no more waits than of one subscription may; returns false once closed. */
  boolean awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && waiting > limit) {
        emptied.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Lets go what waits, and all that comes. */
  void close() {
    lock.lock();
    try {
      closed = true;
      queue.clear();
      waiting = 0;
      filled.signalAll();
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
