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

  // What turns the dashes of a UUID, in its second and its third eight characters, into zeros, and
  // where they are.
  private static final long DASHES = '-' ^ '0';
  private static final long SECOND_DASHES = DASHES | DASHES << 40;
  private static final long SECOND_PLACES = 0x0000_FF00_0000_00FFL;
  private static final long THIRD_DASHES = DASHES << 16 | DASHES << 56;
  private static final long THIRD_PLACES = 0xFF00_0000_00FF_0000L;

  private Words() {}

  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** Returns eight bytes of an ASCII text; those behind its end are 0. */
  static long of(String text, int from) {
    long word = 0;
    for (int i = from; i < Math.min(text.length(), from + Long.BYTES); i++) {
      word |= (long) text.charAt(i) << (8 * (i - from));
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

  /**
   * Returns whether 36 bytes have the shape of a UUID in lower case: its dashes, and elsewhere
   * digits and letters or some other plain characters, of the same two columns of ASCII.
   */
  static boolean isLikeUuid(byte[] bytes, int at) {
    long first = at(bytes, at);
    long second = at(bytes, at + 8) ^ SECOND_DASHES;
    long third = at(bytes, at + 16) ^ THIRD_DASHES;
    long fourth = at(bytes, at + 24);
    long last = at(bytes, at + 28);
    long noDashes = (second ^ ZEROS) & SECOND_PLACES | (third ^ ZEROS) & THIRD_PLACES;
    // 0x30 to 0x3F and 0x60 to 0x6F: bit 5, and one of the bits 4 and 6.
    long bit5 = first & second & third & fourth & last;
    long bit4Or6 =
        (first ^ first << 2)
            & (second ^ second << 2)
            & (third ^ third << 2)
            & (fourth ^ fourth << 2)
            & (last ^ last << 2);
    long high = (first | second | third | fourth | last) & HIGH_BITS;
    return (noDashes | high | ~bit5 & EACH << 5 | ~bit4Or6 & EACH << 6) == 0;
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
