package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the same {@link MarketTicker} for the same characters, so that messages of one market
 * allocate none. Bounded: a ticker that falls on another's place takes it.
 */
final class TickerCache {
  private static final int BITS = 12;
  private static final int MAX_LENGTH = 256;
  private static final char DELETE = 127;
  private static final long HEAD_FACTOR = 0x9E37_79B9_7F4A_7C15L;
  private static final long TAIL_FACTOR = 0xC2B2_AE3D_27D4_EB4FL;

  private final @Nullable Entry[] entries = new @Nullable Entry[1 << BITS];
  private Entry last = new Entry(MarketTicker.of("-"), '-', 0, 0);
  private final byte[] copied = new byte[MAX_LENGTH + 1 + Long.BYTES];

  /**
   * Returns the ticker with these characters.
   *
   * @throws IllegalArgumentException if no ticker has them
   */
  MarketTicker get(CharSlice chars) {
    int length = Math.min(chars.length(), MAX_LENGTH + 1);
    for (int i = 0; i < length; i++) {
      copied[i] = (byte) Math.min(chars.charAt(i), DELETE); // which no ticker has either
    }
    MarketTicker ticker = find(copied, 0, length);
    return ticker == null ? MarketTicker.of(chars.toString()) : ticker; // which throws
  }

  /** Returns how many characters the ticker has that was found last. */
  int lastLength() {
    return last.text.length;
  }

  /**
   * Returns the ticker with these characters, or null if no ticker has them.
   *
   * @param bytes must go on for at least eight bytes from the first character
   */
  @Nullable MarketTicker find(byte[] bytes, int from, int length) {
    MarketTicker known = known(bytes, from, length);
    if (known != null || !isTicker(bytes, from, length)) {
      return known;
    }
    MarketTicker ticker =
        MarketTicker.of(new String(bytes, from, length, StandardCharsets.US_ASCII));
    long head = head(bytes, from, length);
    long tail = tail(bytes, from, length);
    last = new Entry(ticker, head, second(bytes, from, length), tail);
    entries[place(head, tail)] = last;
    return ticker;
  }

  /**
   * Returns the ticker with these characters if it was found before; else null.
   *
   * @param bytes must go on for at least eight bytes from the first character
   */
  @Nullable MarketTicker known(byte[] bytes, int from, int length) {
    long head = head(bytes, from, length);
    long tail = tail(bytes, from, length);
    Entry entry = last;
    if (!entry.is(bytes, from, length, head, tail)) {
      entry = entries[place(head, tail)];
      if (entry == null || !entry.is(bytes, from, length, head, tail)) {
        return null;
      }
      last = entry;
    }
    return entry.ticker;
  }

  /** Returns the first eight characters, or all if there are less. */
  private static long head(byte[] bytes, int from, int length) {
    long head = Words.at(bytes, from);
    return length < Long.BYTES ? head & Words.mask(length) : head;
  }

  /** Returns the last eight characters, or 0 if there are less. */
  private static long tail(byte[] bytes, int from, int length) {
    return length < Long.BYTES ? 0 : Words.at(bytes, from + length - Long.BYTES);
  }

  /** Returns the eight characters behind the first eight, or 0 if there are less. */
  private static long second(byte[] bytes, int from, int length) {
    return length < 2 * Long.BYTES ? 0 : Words.at(bytes, from + Long.BYTES);
  }

  private static int place(long head, long tail) {
    return (int) ((head * HEAD_FACTOR + tail * TAIL_FACTOR) >>> (64 - BITS));
  }

  private static boolean isTicker(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] <= ' ' || bytes[i] >= DELETE) {
        return false;
      }
    }
    return length > 0 && length <= MAX_LENGTH;
  }

  private static final class Entry {
    private final MarketTicker ticker;
    private final byte[] text;
    private final long head;
    private final long second;
    private final long tail;

    Entry(MarketTicker ticker, long head, long second, long tail) {
      this.ticker = ticker;
      this.head = head;
      this.second = second;
      this.tail = tail;
      text = ticker.value().getBytes(StandardCharsets.US_ASCII);
    }

    boolean is(byte[] bytes, int from, int length, long itsHead, long itsTail) {
      return ((head ^ itsHead) | (tail ^ itsTail) | (length ^ text.length)) == 0
          && (length < 2 * Long.BYTES || Words.at(bytes, from + Long.BYTES) == second)
          && (length <= 3 * Long.BYTES // then the first, the second and the last eight are all
              || Arrays.equals(bytes, from + 16, from + length - 8, text, 16, length - 8));
    }
  }
}
