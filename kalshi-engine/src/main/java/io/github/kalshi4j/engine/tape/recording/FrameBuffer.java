package io.github.kalshi4j.engine.tape.recording;

import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where frames wait for the disk. Any thread adds, one takes; neither waits for what the other does
 * with its part, because there are two: what has been taken is a buffer of its own. Frames that
 * find no room are counted, and the count stands in front of the next that does. Everything else
 * always finds room, because it is rare.
 */
final class FrameBuffer {
  private static final int INITIAL = 1 << 16;
  private static final int HEAD = Long.BYTES + Integer.BYTES;

  /** Something that is not a frame. */
  sealed interface Notice {}

  record Connected() implements Notice {}

  record Disconnected(String reason) implements Notice {}

  record Lost(long frames) implements Notice {}

  record Known(TapeMarket market) implements Notice {}

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Batch filling = new Batch();
  private Batch spare = new Batch();
  private long accepted;
  private long lost;
  private long lostHere; // since the last that found room
  private boolean closed;

  /**
   * @param capacity how many bytes of frames may wait
   */
  FrameBuffer(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a frame, or counts it as lost if there is no room for it. */
  void frame(long nanos, byte[] bytes, int offset, int length) {
    lock.lock();
    try {
      if (closed || length > TapeWriter.MAX_FRAME || filling.length + HEAD + length > capacity) {
        lost++;
        lostHere++;
        return;
      }
      tellOfLost(nanos);
      accepted++;
      filling.add(nanos, length);
      System.arraycopy(bytes, offset, filling.bytes, filling.length - length, length);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Adds a notice, unless the buffer is closed. */
  void notice(long nanos, Notice notice) {
    lock.lock();
    try {
      if (!closed) {
        tellOfLost(nanos);
        filling.add(nanos, notice);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void tellOfLost(long nanos) {
    if (lostHere > 0) {
      filling.add(nanos, new Lost(lostHere));
      lostHere = 0;
    }
  }

  /** Waits until there is something to take; false once there never will be. */
  boolean await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (filling.length == 0 && !closed) {
        changed.await();
      }
      return filling.length > 0;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many bytes wait. */
  int waiting() {
    lock.lock();
    try {
      return filling.length;
    } finally {
      lock.unlock();
    }
  }

  /** Takes everything that waits. What was taken before is given back with this. */
  Batch take() {
    lock.lock();
    try {
      Batch taken = filling;
      spare.clear();
      filling = spare;
      spare = taken;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses everything from now on; what waits can still be taken. */
  void close(long nanos) {
    lock.lock();
    try {
      if (!closed) {
        tellOfLost(nanos);
        closed = true;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many frames found room. */
  long accepted() {
    lock.lock();
    try {
      return accepted;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many frames found no room, or came after the closing. */
  long lost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }

  /** Frames and notices in the order they came, one at a time. */
  static final class Batch {
    private byte[] bytes = new byte[INITIAL];
    private int length;
    private final List<Notice> notices = new ArrayList<>();
    private int position;
    private int noticesRead;

    private void add(long nanos, int payload) {
      if (length + HEAD + payload > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + HEAD + payload));
      }
      for (int i = 0; i < Long.BYTES; i++) {
        bytes[length++] = (byte) (nanos >>> 8 * i);
      }
      for (int i = 0; i < Integer.BYTES; i++) {
        bytes[length++] = (byte) (payload >>> 8 * i);
      }
      length += payload;
    }

    private void add(long nanos, Notice notice) {
      add(nanos, 0); // no frame is empty
      notices.add(notice);
    }

    private void clear() {
      length = 0;
      position = 0;
      noticesRead = 0;
      notices.clear();
    }

    /** Hands everything over. */
    void read(Reader reader) {
      while (position < length) {
        long nanos = number(Long.BYTES);
        int payload = (int) number(Integer.BYTES);
        if (payload == 0) {
          reader.notice(nanos, notices.get(noticesRead++));
        } else {
          position += payload;
          reader.frame(nanos, bytes, position - payload, payload);
        }
      }
    }

    private long number(int size) {
      long value = 0;
      for (int i = 0; i < size; i++) {
        value |= (bytes[position++] & 0xFFL) << 8 * i;
      }
      return value;
    }
  }

  /** Takes what a batch holds. */
  interface Reader {
    void frame(long nanos, byte[] bytes, int offset, int length);

    void notice(long nanos, Notice notice);
  }
}
