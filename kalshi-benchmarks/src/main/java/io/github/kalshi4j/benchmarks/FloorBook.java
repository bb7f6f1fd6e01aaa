package io.github.kalshi4j.benchmarks;

import java.util.Arrays;

/**
 * As little as a book can be: two arrays by tenths of a cent, each with a bitmap and its best
 * level. Nothing is checked.
 */
final class FloorBook {
  private static final int SIZE = 1024;

  private final long[] bids = new long[SIZE];
  private final long[] asks = new long[SIZE];
  private final long[] bidBits = new long[SIZE / 64];
  private final long[] askBits = new long[SIZE / 64];
  int bestBid = -1;
  int bestAsk = SIZE;

  void clear() {
    Arrays.fill(bids, 0);
    Arrays.fill(asks, 0);
    Arrays.fill(bidBits, 0);
    Arrays.fill(askBits, 0);
    bestBid = -1;
    bestAsk = SIZE;
  }

  /** Adds to a level, in NO prices for NO. */
  void add(boolean yes, long centicents, long hundredths) {
    if (yes) {
      int index = (int) (centicents / 10);
      long sum = bids[index] += hundredths;
      if (sum == 0) {
        bidBits[index >>> 6] &= ~(1L << index);
        if (index == bestBid) {
          int word = index >>> 6;
          while (word >= 0 && bidBits[word] == 0) {
            word--;
          }
          bestBid = word < 0 ? -1 : (word << 6) + 63 - Long.numberOfLeadingZeros(bidBits[word]);
        }
      } else {
        bidBits[index >>> 6] |= 1L << index;
        bestBid = Math.max(bestBid, index);
      }
    } else {
      int index = (int) ((10_000 - centicents) / 10);
      long sum = asks[index] += hundredths;
      if (sum == 0) {
        askBits[index >>> 6] &= ~(1L << index);
        if (index == bestAsk) {
          int word = index >>> 6;
          while (word < askBits.length && askBits[word] == 0) {
            word++;
          }
          bestAsk =
              word == askBits.length
                  ? SIZE
                  : (word << 6) + Long.numberOfTrailingZeros(askBits[word]);
        }
      } else {
        askBits[index >>> 6] |= 1L << index;
        bestAsk = Math.min(bestAsk, index);
      }
    }
  }
}
