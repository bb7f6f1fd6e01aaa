package io.github.kalshi4j.client.stream;

/** Reads the exchange's RFC 3339 times, which are in UTC, without objects. */
final class Timestamps {
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int MAX_FRACTION = 9;

  private Timestamps() {}

  /**
   * Returns the microseconds since 1970 of a time such as {@code 2026-05-13T15:44:19.59736Z};
   * digits beyond the sixth, up to nine, are cut off.
   *
   * @throws IllegalArgumentException if it is no such time
   */
  static long micros(CharSequence text) {
    int length = text.length();
    if (length < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(length - 1) != 'Z') {
      throw notATime(text);
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (year < 1970
        || month < 1
        || month > 12
        || day < 1
        || day > daysIn(year, month)
        || hour > 23
        || minute > 59
        || second > 59) {
      throw notATime(text);
    }
    long seconds = ((daysBefore(year, month) + day - 1) * 24 + hour) * 3600 + minute * 60 + second;
    return seconds * 1_000_000 + fraction(text, 19, length - 1);
  }

  private static long fraction(CharSequence text, int from, int to) {
    if (from == to) {
      return 0;
    }
    int digits = to - from - 1;
    if (text.charAt(from) != '.' || digits < 1 || digits > MAX_FRACTION) {
      throw notATime(text);
    }
    number(text, from + 1, to); // all of them must be digits, those cut off as well
    int kept = Math.min(digits, 6);
    long micros = number(text, from + 1, from + 1 + kept);
    for (int i = kept; i < 6; i++) {
      micros *= 10;
    }
    return micros;
  }

  private static long daysBefore(int year, int month) {
    int past = year - 1;
    int leapDays = past / 4 - past / 100 + past / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400);
    int leapDay = month > 2 && isLeap(year) ? 1 : 0;
    return (year - 1970) * 365L + leapDays + DAYS_BEFORE_MONTH[month - 1] + leapDay;
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int number(CharSequence text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw notATime(text);
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static IllegalArgumentException notATime(CharSequence text) {
    return new IllegalArgumentException("not a time in UTC: \"" + text + '"');
  }
}
