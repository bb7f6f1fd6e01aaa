package io.github.kalshi4j.simulator.matching;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book: a queue of orders per rank, where rank 0 is the best price there can be. Two
 * bitmaps, one over the ranks that hold orders and one over the words of the first, find the next
 * occupied rank in a few instructions however sparse the side is.
 */
final class Queues {
  static final int NONE = Integer.MAX_VALUE;

  private final int size;
  private final boolean highestFirst;
  private final @Nullable BookOrder[] first;
  private final @Nullable BookOrder[] last;
  private final long[] hundredths;
  private final long[] occupied;
  private final long[] occupiedWords;
  private int best = NONE;

  Queues(int size, boolean highestFirst) {
    this.size = size;
    this.highestFirst = highestFirst;
    first = new BookOrder[size];
    last = new BookOrder[size];
    hundredths = new long[size];
    occupied = new long[(size + 63) >>> 6];
    occupiedWords = new long[(occupied.length + 63) >>> 6];
  }

  int rank(int tick) {
    return highestFirst ? size - 1 - tick : tick;
  }

  int best() {
    return best;
  }

  long at(int rank) {
    return hundredths[rank];
  }

  @Nullable BookOrder first(int rank) {
    return rank == NONE ? null : first[rank];
  }

  BookOrder head(int rank) {
    return Objects.requireNonNull(first[rank]);
  }

  void append(BookOrder order) {
    int rank = rank(order.tick);
    BookOrder tail = last[rank];
    order.ahead = tail;
    order.behind = null;
    last[rank] = order;
    if (tail == null) {
      first[rank] = order;
      occupied[rank >>> 6] |= 1L << rank;
      occupiedWords[rank >>> 12] |= 1L << (rank >>> 6);
      if (rank < best) {
        best = rank;
      }
    } else {
      tail.behind = order;
    }
    hundredths[rank] = Math.addExact(hundredths[rank], order.hundredths);
    order.resting = true;
  }

  void reduce(BookOrder order, long by) {
    order.hundredths -= by;
    hundredths[rank(order.tick)] -= by;
    if (order.hundredths == 0) {
      unlink(order);
    }
  }

  private void unlink(BookOrder order) {
    int rank = rank(order.tick);
    BookOrder ahead = order.ahead;
    BookOrder behind = order.behind;
    if (ahead == null) {
      first[rank] = behind;
    } else {
      ahead.behind = behind;
    }
    if (behind == null) {
      last[rank] = ahead;
    } else {
      behind.ahead = ahead;
    }
    order.ahead = null;
    order.behind = null;
    order.resting = false;
    if (ahead == null && behind == null) {
      vacate(rank);
    }
  }

  private void vacate(int rank) {
    int word = rank >>> 6;
    occupied[word] &= ~(1L << rank);
    if (occupied[word] == 0) {
      occupiedWords[word >>> 6] &= ~(1L << word);
    }
    if (rank == best) {
      best = after(rank);
    }
  }

  /** Returns the next worse rank that holds orders, {@link #NONE} after the worst. */
  int after(int rank) {
    int word = rank >>> 6;
    long bits = occupied[word] & (-2L << rank);
    if (bits != 0) {
      return (word << 6) + Long.numberOfTrailingZeros(bits);
    }
    int block = word >>> 6;
    long words = occupiedWords[block] & (-2L << word);
    while (words == 0) {
      if (++block == occupiedWords.length) {
        return NONE;
      }
      words = occupiedWords[block];
    }
    int next = (block << 6) + Long.numberOfTrailingZeros(words);
    return (next << 6) + Long.numberOfTrailingZeros(occupied[next]);
  }
}
