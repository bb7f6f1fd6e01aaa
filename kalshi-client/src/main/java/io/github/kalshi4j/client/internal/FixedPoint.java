package io.github.kalshi4j.client.internal;

/**
 * Reads and writes decimals as whole counts of a smallest unit, without {@code double} and without
 * {@code BigDecimal}. The scale is the number of decimal places of the unit.
 */
public final class FixedPoint {
  private static final int[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private FixedPoint() {}

  /**
   * Parses a plain decimal, optionally with a leading minus sign, into a count of
   * 10<sup>-scale</sup>. Zeros beyond the scale are accepted, any other digit there is refused.
   *
   * @throws NumberFormatException if the text is not such a decimal, or does not fit
   */
  public static long parse(CharSequence text, int scale) {
    int length = text.length();
    int i = 0;
    boolean negative = length > 0 && text.charAt(0) == '-';
    if (negative) {
      i++;
    }
    long value = 0; // negative until the end, because Long.MIN_VALUE has no positive twin
    int digits = 0;
    int decimals = -1; // -1: no point seen yet
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
        continue;
      }
      int digit = c - '0';
      if (digit < 0 || digit > 9) {
        throw notANumber(text);
      }
      digits++;
      if (decimals < 0 || decimals < scale) {
        value = append(value, digit, text);
        if (decimals >= 0) {
          decimals++;
        }
      } else if (digit != 0) {
        throw new NumberFormatException("more than " + scale + " decimal places: \"" + text + '"');
      }
    }
    if (digits == 0 || text.charAt(length - 1) == '.') {
      throw notANumber(text);
    }
    for (int d = Math.max(decimals, 0); d < scale; d++) {
      value = append(value, 0, text);
    }
    if (!negative && value == Long.MIN_VALUE) {
      throw tooLarge(text);
    }
    return negative ? value : -value;
  }

  /** Writes a count of 10<sup>-scale</sup> as a decimal with exactly {@code scale} places. */
  public static String format(long units, int scale) {
    long power = POWERS_OF_TEN[scale];
    // Negated when positive, as when it is read.
    long negative = units < 0 ? units : -units;
    StringBuilder out = new StringBuilder(24);
    if (units < 0) {
      out.append('-');
    }
    out.append(Long.toString(negative / power).replace("-", "")).append('.');
    String fraction = Long.toString(-(negative % power));
    out.repeat('0', scale - fraction.length());
    return out.append(fraction).toString();
  }

  private static long append(long value, int digit, CharSequence text) {
    if (value <= Long.MIN_VALUE / 10 && value < (Long.MIN_VALUE + digit) / 10) {
      throw tooLarge(text);
    }
    return value * 10 - digit;
  }

  private static NumberFormatException tooLarge(CharSequence text) {
    return new NumberFormatException("too large: \"" + text + '"');
  }

  private static NumberFormatException notANumber(CharSequence text) {
    return new NumberFormatException("not a plain decimal: \"" + text + '"');
  }
}
