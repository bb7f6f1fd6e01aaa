package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.FrameListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Tells those who listen to frames what comes and what becomes of the connection: one thing at a
 * time and in order, on whichever thread it happens, and without the stream's lock. Safe for
 * threads.
 */
final class FrameListeners {
  private static final System.Logger LOG = System.getLogger(FrameListeners.class.getName());

  /** Something of the connection to be told, and what is done after, which may bring frames. */
  private record Telling(Consumer<FrameListener> call, Runnable then) {}

  private final List<FrameListener> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock;
  private final Condition told;
  private final ArrayDeque<Telling> waiting = new ArrayDeque<>();
  private boolean isTelling;

  FrameListeners(ReentrantLock lock) {
    this.lock = lock;
    told = lock.newCondition();
  }

  void add(FrameListener listener) {
    listeners.add(listener);
  }

  void remove(FrameListener listener) {
    listeners.remove(listener);
  }

  /**
   * Tells of a connection, made at a time, at once or, if something is being told, by who does
   * that.
   *
   * @param then what is done when nothing is told any more
   */
  void connected(long receivedNanos, Runnable then) {
    tell(listener -> listener.onConnected(receivedNanos), then);
  }

  /** Tells that the connection is lost, as {@link #connected} tells. */
  void disconnected(long receivedNanos, String reason) {
    tell(listener -> listener.onDisconnected(receivedNanos, reason), () -> {});
  }

  private void tell(Consumer<FrameListener> call, Runnable then) {
    lock.lock();
    try {
      waiting.add(new Telling(call, then));
      if (isTelling) {
        return;
      }
      isTelling = true;
    } finally {
      lock.unlock();
    }
    tellWaiting();
  }

  /**
   * Tells of a frame before it returns, unless its connection has ended.
   *
   * @param stands whether the connection stands; asked under the lock
   */
  void frame(long receivedNanos, byte[] frame, int length, BooleanSupplier stands) {
    if (listeners.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      while (isTelling && stands.getAsBoolean()) {
        told.awaitUninterruptibly();
      }
      if (!stands.getAsBoolean()) {
        return;
      }
      isTelling = true;
    } finally {
      lock.unlock();
    }
    call(listener -> listener.onFrame(receivedNanos, frame, 0, length));
    tellWaiting();
  }

  private void tellWaiting() {
    List<Runnable> then = new ArrayList<>();
    while (true) {
      Telling next;
      lock.lock();
      try {
        next = waiting.poll();
        if (next == null) {
          isTelling = false;
          told.signalAll();
          break;
        }
      } finally {
        lock.unlock();
      }
      call(next.call);
      then.add(next.then);
    }
    then.forEach(Runnable::run);
  }

  private void call(Consumer<FrameListener> call) {
    for (FrameListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.ERROR, "a listener to frames failed", e);
      }
    }
  }
}
