package io.github.kalshi4j.client.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads the exchange's times. Those in UTC, which are practically all, are read digit by digit,
 * since the JDK's parser takes most of the time that a page of markets takes.
 */
final class Rfc3339 {
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";
  private static final int SECONDS_END = FORM.length();
  private static final int MOST_DIGITS = 9;

  private Rfc3339() {}

  /**
   * Returns the instant of a time such as {@code 2026-11-27T14:15:00.123456Z}, with up to nine
   * digits of a second.
   *
   * @throws DateTimeException if it is no such time
   */
  static Instant parse(String text) {
    return isPlain(text) ? plain(text) : OffsetDateTime.parse(text).toInstant();
  }

  /** Returns whether a text has digits and signs where a time in UTC has them. */
  private static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (last < SECONDS_END || text.charAt(last) != 'Z') {
      return false;
    }
    for (int i = 0; i < SECONDS_END; i++) {
      char expected = FORM.charAt(i);
      if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
        return false;
      }
    }
    int digits = last - SECONDS_END - 1;
    if (digits == -1) {
      return true;
    }
    if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > MOST_DIGITS) {
      return false;
    }
    for (int i = SECONDS_END + 1; i < last; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("no such time of day: " + text);
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int nanos = 0;
    int end = text.length() - 1;
    for (int i = 0; i < MOST_DIGITS; i++) {
      int at = SECONDS_END + 1 + i;
      nanos = nanos * 10 + (at < end ? text.charAt(at) - '0' : 0);
    }
    return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
