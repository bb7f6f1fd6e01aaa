package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the engine's thread: frames of the stream, and answers of everything that works
 * for it on other threads. Whoever puts something in never waits. Frames have a limit: when the
 * engine is so slow that they do not find room, they are let go until it has caught up, and {@link
 * Arrival.Lost} stands where they are missing. Tasks are never let go.
 */
public final class Inbox implements FrameListener {
  /** How many bytes of frames may wait unless it is said otherwise. */
  public static final int DEFAULT_BYTES = 1 << 24;

  private final TimeSource time;
  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final ArrayDeque<Arrival> queue = new ArrayDeque<>();
  private int bytes;
  private boolean overflowing;
  private long lost;

  /**
   * Creates an empty inbox.
   *
   * @param time says when a task came
   * @param capacity how many bytes of frames may wait
   */
  public Inbox(TimeSource time, int capacity) {
    if (capacity <= 0) {
      throw new IllegalArgumentException("capacity must be positive: " + capacity);
    }
    this.time = time;
    this.capacity = capacity;
  }

  @Override
  public void onFrame(long receiveNanos, byte[] buffer, int offset, int length) {
    lock.lock();
    try {
      if (overflowing) {
        lost++;
      } else if (bytes + length > capacity && bytes > 0) {
        overflowing = true;
        lost++;
        add(new Arrival.Lost(receiveNanos));
      } else {
        bytes += length;
        add(new Arrival.Frame(receiveNanos, Arrays.copyOfRange(buffer, offset, offset + length)));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onDisconnected(long receiveNanos, String reason) {
    lock.lock();
    try {
      add(new Arrival.Disconnected(receiveNanos, reason));
    } finally {
      lock.unlock();
    }
  }

  /** Has something done on the engine's thread, after what came before. */
  public void post(Runnable task) {
    lock.lock();
    try {
      add(new Arrival.Task(EpochNanos.of(time.now()), task));
    } finally {
      lock.unlock();
    }
  }

  private void add(Arrival arrival) {
    queue.add(arrival);
    filled.signal();
  }

  /**
   * Waits for the next. One thread may take.
   *
   * @throws InterruptedException if that thread is interrupted, even while there is something
   */
  public Arrival take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty()) {
        filled.await();
      }
      Arrival next = queue.remove();
      switch (next) {
        case Arrival.Frame frame -> bytes -= frame.bytes().length;
        case Arrival.Lost ignored -> overflowing = false;
        case Arrival.Disconnected ignored -> {}
        case Arrival.Task ignored -> {}
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many frames were let go so far. */
  public long lost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }
}
