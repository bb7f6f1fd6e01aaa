package io.github.kalshi4j.client.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of text at a time. In a word the first byte is the lowest, so that what
 * stands to the left in the text is to the right in the number.
 */
final class Words {
  /** The highest bit of each byte, which is set in no ASCII character. */
  static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long QUOTES = EACH * '"';
  private static final long BACKSLASHES = EACH * '\\';
  private static final long SPACES = EACH * ' ';
  private static final long ZEROS = EACH * '0';
  private static final long ABOVE_NINE = EACH * (0x80 - 10);

  private Words() {}

  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** Returns the eight bytes of a text of at most eight; those behind its end are 0. */
  static long of(String text) {
    long word = 0;
    for (int i = 0; i < text.length(); i++) {
      word |= (long) text.charAt(i) << (8 * i);
    }
    return word;
  }

  /** Returns a word whose lowest {@code count} bytes are set, 0 to 8 of them. */
  static long mask(int count) {
    return count == 0 ? 0 : -1L >>> (64 - 8 * count);
  }

  /** Returns the number of the lowest byte whose highest bit is set; 8 if there is none. */
  static int firstIn(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** Marks the quotes of a word. Only the lowest mark is to be trusted. */
  static long quotes(long word) {
    return zeros(word ^ QUOTES);
  }

  /**
   * Marks what may not stand in the middle of a plain string: a quote, a backslash, a control
   * character, or a byte that is no ASCII. Only the lowest mark is to be trusted.
   */
  static long special(long word) {
    return zeros(word ^ QUOTES)
        | zeros(word ^ BACKSLASHES)
        | ((word - SPACES) & ~word & HIGH_BITS)
        | (word & HIGH_BITS);
  }

  private static long zeros(long word) {
    return (word - EACH) & ~word & HIGH_BITS;
  }

  /** Returns a word of characters with each digit replaced by its value. */
  static long values(long word) {
    return word ^ ZEROS;
  }

  /** Marks what is no digit among values. Only the lowest mark is to be trusted. */
  static long noDigits(long values) {
    return ((values + ABOVE_NINE) | values) & HIGH_BITS;
  }

  /** Returns the number that eight digits make, given their values. */
  static long number(long values) {
    long pairs = ((values * (10 * (1 << 8) + 1)) >>> 8) & 0x00FF_00FF_00FF_00FFL;
    long fours = ((pairs * (100 * (1 << 16) + 1)) >>> 16) & 0x0000_FFFF_0000_FFFFL;
    return (fours * (10_000L * (1L << 32) + 1)) >>> 32;
  }
}
