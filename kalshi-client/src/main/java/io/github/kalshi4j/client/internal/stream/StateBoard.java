package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.StreamObserver;
import io.github.kalshi4j.client.stream.StreamState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The stream's state, and the thread that tells it to the observers. Safe for threads. */
final class StateBoard {
  private static final System.Logger LOG = System.getLogger(StateBoard.class.getName());

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedBlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
  private final List<StreamObserver> observers = new ArrayList<>();
  private StreamState state;
  private @Nullable Thread teller;

  StateBoard(StreamState first) {
    state = first;
  }

  StreamState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  void set(StreamState next) {
    lock.lock();
    try {
      if (state instanceof StreamState.Closed) {
        return;
      }
      state = next;
      for (StreamObserver observer : observers) {
        calls.add(() -> tell(observer, next));
      }
    } finally {
      lock.unlock();
    }
  }

  void observe(StreamObserver observer) {
    lock.lock();
    try {
      observers.add(observer);
      StreamState now = state;
      calls.add(() -> tell(observer, now));
      if (teller == null) {
        teller = Thread.ofVirtual().name("kalshi-stream-state").start(this::tellAll);
      }
    } finally {
      lock.unlock();
    }
  }

  private void tellAll() {
    try {
      while (true) {
        calls.take().run();
        lock.lock();
        try {
          if (state instanceof StreamState.Closed && calls.isEmpty()) {
            teller = null;
            return;
          }
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException e) {
      // nobody interrupts it
    }
  }

  private static void tell(StreamObserver observer, StreamState state) {
    try {
      observer.onState(state);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "an observer of the stream failed", e);
    }
  }
}
