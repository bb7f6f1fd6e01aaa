package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.stream.NumberScanner.NO;
import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Reads the times of frames as {@link NumberScanner} reads numbers, and leaves them there. A time
 * as a rule begins as the last one did, and then only its rest is read.
 */
final class TimeScanner {
  private final NumberScanner numbers;

  // The first eight digits of the last time in milliseconds, and what they alone amount to.
  private long millisHead;
  private long millisStart;
  // The day that the last time was in, as its first eight characters and the eight from the fourth
  // on, and when it began. The first value is none, since the two contradict each other.
  private long dayStart = 0;
  private long dayRest = -1;
  private long dayMicros;

  // The minute that the last time was in, as its first sixteen characters, and when it began.
  private long minuteStart;
  private long minuteRest;
  private long minuteMicros;

  TimeScanner(NumberScanner numbers) {
    this.numbers = numbers;
  }

  /**
   * Reads a whole number as {@link NumberScanner#integer} does, sooner if it begins as the last one
   * did.
   */
  int millis(byte[] bytes, int at) {
    long head = Words.at(bytes, at);
    long rest = Words.values(Words.at(bytes, at + Long.BYTES));
    if (head == millisHead && Words.firstIn(Words.noDigits(rest)) == 5) {
      numbers.value = millisStart + Words.number(rest << 24);
      return at + 13;
    }
    int stop = numbers.integer(bytes, at);
    if (stop == at + 13) {
      millisHead = head;
      millisStart = numbers.value - numbers.value % 100_000;
    }
    return stop;
  }

  /** Reads a time such as {@code "2026-05-13T15:44:19.59736Z"} as microseconds since 1970. */
  int micros(byte[] bytes, int at) {
    int start = at + 1;
    if ((Words.at(bytes, start) != minuteStart || Words.at(bytes, start + 8) != minuteRest)
        && !minute(bytes, start)) {
      return NO;
    }
    int second = twoDigits(bytes, start + 17);
    if (bytes[start + 16] != ':' || second < 0 || second > 59) {
      return NO;
    }
    long micros = minuteMicros + second * 1_000_000L;
    int i = start + 19;
    if (bytes[i] == '.') { // the digits become the last six of eight, with zeros behind them
      long values = Words.values(Words.at(bytes, i + 1));
      int digits = Words.firstIn(Words.noDigits(values));
      if (digits == 0 || digits > 6) {
        return NO; // the general reader knows what to do with nanoseconds
      }
      micros += Words.number((values & Words.mask(digits)) << 16);
      i = NumberScanner.behind(i + 1, digits);
    }
    numbers.value = micros;
    return bytes[at] == '"' && bytes[i] == 'Z' && bytes[i + 1] == '"' ? i + 2 : NO;
  }

  /** Reads a minute such as {@code 2026-05-13T15:44}, to be remembered. */
  private boolean minute(byte[] bytes, int start) {
    long first = Words.at(bytes, start);
    long rest = Words.at(bytes, start + 3);
    if (first != dayStart || rest != dayRest) {
      try {
        dayMicros = Timestamps.micros(new String(bytes, start, 11, US_ASCII) + "00:00:00Z");
      } catch (IllegalArgumentException e) {
        return false;
      }
      dayStart = first;
      dayRest = rest;
    }
    int hour = twoDigits(bytes, start + 11);
    int minute = twoDigits(bytes, start + 14);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || bytes[start + 13] != ':') {
      return false;
    }
    minuteStart = first;
    minuteRest = Words.at(bytes, start + 8);
    minuteMicros = dayMicros + (hour * 60 + minute) * 60_000_000L;
    return true;
  }

  /** Returns the number that two digits make, or something negative if they are none. */
  private static int twoDigits(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return (tens | ones) < 0 || tens > 9 || ones > 9 ? NO : tens * 10 + ones;
  }
}
