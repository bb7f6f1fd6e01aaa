package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.SubscriptionStatistics;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shows the books of one subscription to its handler. Each book has a slot with a copy of its own:
 * while the handler looks at the copy, the book itself goes on, and when the handler returns the
 * newest state is copied. So books never queue up, and what is shown is whole.
 *
 * <p>A book is shown when its group of changes is over. If the handler is free in the middle of a
 * group, the slot waits, and {@link #groupEnded} makes the copy before the next group begins.
 * Everything is guarded by the stream's lock.
 */
final class BookDispatcher extends Dispatcher {
  private enum State {
    /** The handler has seen the newest state. */
    IDLE,
    /** There is something to show, once its group is over. */
    WAITING,
    /** In the queue. */
    READY,
    /** Being shown. */
    SHOWING
  }

  /** One book of the subscription. */
  static final class Slot {
    private final BookDispatcher owner;
    private final TrackedBook book;
    private final StreamBook copy;
    private State state = State.IDLE;
    private long copied; // the version of the copy
    private boolean fresh; // whether the copy was made since the slot is in the queue
    private boolean shown; // as valid, and not told stale since
    private boolean removed;

    private Slot(BookDispatcher owner, TrackedBook book) {
      this.owner = owner;
      this.book = book;
      copy = new StreamBook(book.market, book.grid());
    }

    /** Takes that the book has changed, or its validity. */
    void changed() {
      owner.changed(this);
    }

    /** Takes that the book, whole until now, is about to change. */
    void groupBegins() {
      if (state == State.READY && !fresh && !owner.eachChange && book.isValid()) {
        copy(this);
      }
    }

    /** Takes that the book is whole now, before it changes again. */
    void groupEnded() {
      owner.groupEnded(this);
    }
  }

  private final BookHandler handler;
  private final boolean eachChange;
  private final ReentrantLock lock;
  private final Condition ready;
  private final ArrayDeque<Object> queue = new ArrayDeque<>(); // slots, and calls to make
  private final Map<String, Slot> slots = new HashMap<>();
  private final AtomicLong staleTold = new AtomicLong();

  BookDispatcher(String name, BookHandler handler, boolean eachChange, ReentrantLock lock) {
    super(name);
    this.handler = handler;
    this.eachChange = eachChange;
    this.lock = lock;
    ready = lock.newCondition();
  }

  /** Adds a book. */
  Slot add(TrackedBook book) {
    Slot slot = new Slot(this, book);
    slots.put(book.market.value(), slot);
    if (book.isValid()) {
      changed(slot);
    }
    return slot;
  }

  /** Removes a book, of which nothing more is shown; null if there is none. */
  @Nullable Slot remove(String market) {
    Slot slot = slots.remove(market);
    if (slot != null) {
      slot.removed = true;
      queue.remove(slot);
    }
    return slot;
  }

  Iterable<Slot> slots() {
    return slots.values();
  }

  /** Has the handler told something. */
  void tell(Runnable call) {
    queue.add(call);
    ready.signal();
  }

  private void changed(Slot slot) {
    if (slot.state == State.READY || slot.state == State.SHOWING) {
      conflated.incrementAndGet();
    } else if (mayShow(slot)) {
      enqueue(slot);
    } else {
      slot.state = State.WAITING;
    }
  }

  private void groupEnded(Slot slot) {
    if (slot.state == State.WAITING) {
      enqueue(slot);
      copy(slot);
    }
  }

  private boolean mayShow(Slot slot) {
    return eachChange || !slot.book.isInGroup() || !slot.book.isValid();
  }

  private void enqueue(Slot slot) {
    slot.state = State.READY;
    queue.add(slot);
    ready.signal();
  }

  private static void copy(Slot slot) {
    slot.copy.show(slot.book.book(), slot.book.receivedNanos());
    slot.copied = slot.book.version();
    slot.fresh = true;
  }

  @Override
  void step() throws InterruptedException {
    Object next;
    boolean valid = false;
    boolean stale = false;
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty()) {
        ready.await();
      }
      next = queue.remove();
      if (next instanceof Slot slot) {
        valid = slot.book.isValid();
        stale = !valid && slot.shown;
        if (valid && mayShow(slot)) {
          copy(slot);
        }
        valid = valid && slot.copy.isValid();
        slot.shown = valid;
        slot.state = State.SHOWING;
        slot.fresh = false;
      }
    } finally {
      lock.unlock();
    }
    if (!(next instanceof Slot slot)) {
      call((Runnable) next);
      return;
    }
    if (valid) {
      delivered.incrementAndGet();
      call(() -> handler.onBook(slot.copy));
    } else if (stale) {
      staleTold.incrementAndGet();
      call(() -> handler.onStale(slot.book.market));
    }
    shown(slot, valid);
  }

  private void shown(Slot slot, boolean valid) {
    lock.lock();
    try {
      slot.state = State.IDLE;
      boolean newer = slot.book.isValid() ? slot.copied != slot.book.version() : valid;
      if (newer && !slot.removed) {
        if (mayShow(slot)) {
          enqueue(slot);
        } else {
          slot.state = State.WAITING;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  SubscriptionStatistics statistics() {
    lock.lock();
    try {
      return new SubscriptionStatistics(
          delivered.get(),
          conflated.get(),
          queue.size(),
          0,
          0,
          0,
          staleTold.get(),
          0,
          handlerFailures.get());
    } finally {
      lock.unlock();
    }
  }
}
