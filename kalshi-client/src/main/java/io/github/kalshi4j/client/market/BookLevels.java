package io.github.kalshi4j.client.market;

/**
 * One side of a book: an array of hundredths indexed by the grid, a bitmap of the indexes that hold
 * any, and the best of them.
 */
final class BookLevels {
  static final int NONE = -1;

  private final boolean highestFirst;
  private final long[] hundredths;
  private final long[] occupied;
  private int depth;
  private int best = NONE;

  BookLevels(int size, boolean highestFirst) {
    this.highestFirst = highestFirst;
    hundredths = new long[size];
    occupied = new long[(size + 63) >>> 6];
  }

  long at(int index) {
    return hundredths[index];
  }

  int depth() {
    return depth;
  }

  /** Returns the index of the best level, {@link #NONE} if there is no level. */
  int best() {
    return best;
  }

  void set(int index, long value) {
    long old = hundredths[index];
    hundredths[index] = value;
    if (old == 0 && value != 0) {
      occupied[index >>> 6] |= 1L << index;
      depth++;
      if (best == NONE || (highestFirst ? index > best : index < best)) {
        best = index;
      }
    } else if (old != 0 && value == 0) {
      occupied[index >>> 6] &= ~(1L << index);
      depth--;
      if (index == best) {
        best = after(index);
      }
    }
  }

  /** Returns levels equal to others: these if they have as many places, else new ones. */
  BookLevels sameAs(BookLevels other) {
    BookLevels levels =
        hundredths.length == other.hundredths.length
            ? this
            : new BookLevels(other.hundredths.length, highestFirst);
    System.arraycopy(other.hundredths, 0, levels.hundredths, 0, other.hundredths.length);
    System.arraycopy(other.occupied, 0, levels.occupied, 0, other.occupied.length);
    levels.depth = other.depth;
    levels.best = other.best;
    return levels;
  }

  void clear() {
    for (int word = 0; word < occupied.length; word++) {
      for (long bits = occupied[word]; bits != 0; bits &= bits - 1) {
        hundredths[(word << 6) + Long.numberOfTrailingZeros(bits)] = 0;
      }
      occupied[word] = 0;
    }
    depth = 0;
    best = NONE;
  }

  /** Returns the index of the next worse level, {@link #NONE} after the worst. */
  int after(int index) {
    return highestFirst ? below(index) : above(index);
  }

  private int below(int index) {
    int word = index >>> 6;
    long bits = occupied[word] & ((1L << index) - 1);
    while (bits == 0) {
      if (word == 0) {
        return NONE;
      }
      bits = occupied[--word];
    }
    return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
  }

  private int above(int index) {
    int word = index >>> 6;
    long bits = occupied[word] & (-2L << index);
    while (bits == 0) {
      if (++word == occupied.length) {
        return NONE;
      }
      bits = occupied[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }
}
