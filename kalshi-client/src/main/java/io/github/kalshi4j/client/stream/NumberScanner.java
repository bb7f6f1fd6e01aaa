package io.github.kalshi4j.client.stream;

/**
 * Reads the numbers of frames, eight characters at a time. Each method takes the place where a
 * number should begin and returns the one behind it, or {@link #NO} if what is there is no number
 * of its kind; what it says is left in {@link #value}.
 *
 * <p>An array must go on for {@link FrameScanner#PADDING} bytes behind what is read.
 */
final class NumberScanner {
  static final int NO = -1;
  static final int DOLLAR = 10_000;

  private static final int MAX_DECIMAL = 14;
  private static final long[] POWERS_OF_TEN = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000
  };

  /** The number that was read last. */
  long value;

  /** Reads a whole number that is not negative and has at most 15 digits. */
  int integer(byte[] bytes, int at) {
    long values = Words.values(Words.at(bytes, at));
    int digits = Words.firstIn(Words.noDigits(values));
    if (digits == 0 || (digits > 1 && (values & 0xFF) == 0)) {
      return NO;
    }
    value = Words.number(values << (64 - 8 * digits));
    if (digits < Long.BYTES) {
      return behind(at, digits);
    }
    values = Words.values(Words.at(bytes, at + Long.BYTES));
    digits = Words.firstIn(Words.noDigits(values));
    if (digits == Long.BYTES) {
      return NO;
    }
    if (digits > 0) {
      value = value * POWERS_OF_TEN[digits] + Words.number(values << (64 - 8 * digits));
    }
    return behind(at + Long.BYTES, digits);
  }

  /**
   * Returns {@code at + digits}, but in branches: so the processor guesses how many there are, as
   * there were last time, and goes on meanwhile.
   */
  static int behind(int at, int digits) {
    return switch (digits) {
      case 0 -> at;
      case 1 -> at + 1;
      case 2 -> at + 2;
      case 3 -> at + 3;
      case 4 -> at + 4;
      case 5 -> at + 5;
      case 6 -> at + 6;
      default -> at + 7;
    };
  }

  /** Reads a price from $0 to $1, in quotes. */
  int price(byte[] bytes, int at) {
    // The usual form is "0.5600": with its quotes it is exactly one word.
    long values = Words.at(bytes, at) ^ 0x2230_3030_302E_3022L;
    if (((values + 0x7F76_7676_767F_767FL | values) & Words.HIGH_BITS) != 0) {
      return decimal(bytes, at, 4, DOLLAR);
    }
    long fraction = (values & 0x00FF_FFFF_FF00_0000L) << 8;
    long whole = (values & 0xFF00) << 16;
    value = Words.number(fraction | whole);
    return value <= DOLLAR ? at + Long.BYTES : NO;
  }

  int quantity(byte[] bytes, int at) {
    int next = hundredths(bytes, at);
    return value < 0 ? NO : next;
  }

  /** Reads a decimal with a sign if need be, in quotes, as a count of hundredths. */
  int hundredths(byte[] bytes, int at) {
    if (bytes[at] != '"') {
      return NO;
    }
    boolean negative = bytes[at + 1] == '-';
    int start = negative ? at + 2 : at + 1;
    long quotes = Words.quotes(Words.at(bytes, start));
    int length = Words.firstIn(quotes);
    long millions = 0;
    if (length == Long.BYTES) {
      int more = Words.firstIn(Words.quotes(Words.at(bytes, start + Long.BYTES)));
      if (more == Long.BYTES) {
        return NO;
      }
      if (more > 0) {
        // The first digits, which the aligned word below does not reach.
        long values = Words.values(Words.at(bytes, start)) & Words.mask(more);
        if (Words.noDigits(values) != 0) {
          return NO;
        }
        millions = Words.number(values << (64 - 8 * more)) * 10_000_000;
        length += more;
      }
    }
    // Aligned to the closing quote, so that the point is at byte 5 and the cents are behind it.
    long values = Words.values(Words.at(bytes, start + length - Long.BYTES));
    if (length < Long.BYTES) {
      values &= ~Words.mask(Long.BYTES - length);
    }
    if (length < 4 || (values >>> 40 & 0xFF) != ('.' ^ '0')) {
      return decimal(bytes, at, 2, Long.MAX_VALUE);
    }
    values = (values & 0xFFFF_0000_0000_0000L) | ((values & 0x00FF_FFFF_FFFFL) << 8);
    if (Words.noDigits(values) != 0) {
      return NO;
    }
    long units = millions + Words.number(values);
    value = negative ? -units : units;
    return start + length + 1;
  }

  /** Reads any short decimal in quotes as a count of 10<sup>-scale</sup>. */
  private int decimal(byte[] bytes, int at, int scale, long most) {
    if (bytes[at] != '"') {
      return NO;
    }
    int i = at + 1;
    boolean negative = bytes[i] == '-';
    if (negative) {
      i++;
    }
    int stop = i + MAX_DECIMAL;
    long units = 0;
    int digits = 0;
    int decimals = NO; // until the point
    for (; i < stop; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (decimals < scale) {
          units = units * 10 + digit;
          decimals += decimals == NO ? 0 : 1;
        } else if (digit != 0) {
          return NO;
        }
      } else if (bytes[i] == '.' && decimals == NO) {
        decimals = 0;
      } else {
        break;
      }
    }
    if (digits == 0 || bytes[i] != '"' || bytes[i - 1] == '.') {
      return NO;
    }
    units *= POWERS_OF_TEN[scale - Math.max(decimals, 0)];
    value = negative ? -units : units;
    return units > most || (negative && units != 0 && most != Long.MAX_VALUE) ? NO : i + 1;
  }
}
