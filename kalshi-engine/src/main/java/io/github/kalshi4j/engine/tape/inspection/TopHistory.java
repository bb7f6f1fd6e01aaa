package io.github.kalshi4j.engine.tape.inspection;

import java.util.Arrays;

/**
 * The best prices of one market's book after each group of deltas with one exchange time, for the
 * last few minutes of exchange time. Prices are centicents, {@link #NONE} on an empty side.
 */
final class TopHistory {
  static final int NONE = -1;
  private static final int UNKNOWN = -2;
  private static final long KEEP_MICROS = 300_000_000L;

  private long[] micros = new long[256];
  private int[] bids = new int[256];
  private int[] asks = new int[256];
  private int size;

  /** Takes the state after a delta; it replaces the one before of the same exchange time. */
  void add(long exchangeMicros, int bid, int ask) {
    boolean sameGroup = size > 0 && micros[size - 1] == exchangeMicros && bids[size - 1] != UNKNOWN;
    if (!sameGroup) {
      append(exchangeMicros);
    }
    bids[size - 1] = bid;
    asks[size - 1] = ask;
  }

  /** Says that from the last state on nothing is known until the next one. */
  void interrupt() {
    if (size > 0 && bids[size - 1] != UNKNOWN) {
      append(micros[size - 1]);
      bids[size - 1] = UNKNOWN;
      asks[size - 1] = UNKNOWN;
    }
  }

  private void append(long exchangeMicros) {
    if (size == micros.length) {
      int dropped = 0;
      while (micros[dropped] < exchangeMicros - KEEP_MICROS) {
        dropped++;
      }
      if (dropped > size / 2) {
        size -= dropped;
        System.arraycopy(micros, dropped, micros, 0, size);
        System.arraycopy(bids, dropped, bids, 0, size);
        System.arraycopy(asks, dropped, asks, 0, size);
      } else {
        micros = Arrays.copyOf(micros, size * 2);
        bids = Arrays.copyOf(bids, size * 2);
        asks = Arrays.copyOf(asks, size * 2);
      }
    }
    micros[size++] = exchangeMicros;
  }

  /** Returns whether a whole group after this millisecond is known, not only its first delta. */
  boolean isPast(long millis) {
    return size >= 2 && micros[size - 2] / 1000 > millis;
  }

  /** Returns the number of the last state at or before a millisecond, −1 if none is known. */
  int at(long millis) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (micros[middle] / 1000 <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && bids[low - 1] != UNKNOWN ? low - 1 : -1;
  }

  boolean matches(int state, int bid, int ask) {
    return state >= 0 && state < size && bids[state] == bid && asks[state] == ask;
  }

  int bid(int state) {
    return bids[state];
  }

  int ask(int state) {
    return asks[state];
  }

  long micros(int state) {
    return micros[state];
  }

  int size() {
    return size;
  }
}
