package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.tape.bytes.Decimals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Builds one frame's JSON after the other in the same bytes. */
final class FrameBuilder {
  private static final int SECOND_TEXT = "2026-05-11T05:37:43".length();

  private byte[] bytes = new byte[1 << 14];
  private int length;
  private final byte[] second = new byte[SECOND_TEXT];
  private long secondOfText = Long.MIN_VALUE;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  FrameBuilder clear() {
    length = 0;
    return this;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  FrameBuilder add(byte[] text) {
    ensure(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  FrameBuilder add(char c) {
    ensure(1);
    bytes[length++] = (byte) c;
    return this;
  }

  /** Adds a number that is not negative. */
  FrameBuilder add(long number) {
    ensure(20);
    length = Decimals.append(bytes, length, number);
    return this;
  }

  /** Adds a count of 10<sup>-scale</sup> with all of its decimal places. */
  FrameBuilder decimal(long units, int scale) {
    ensure(24);
    long rest = units;
    if (units < 0) {
      bytes[length++] = '-';
      rest = Math.negateExact(units);
    }
    long power = 1;
    for (int i = 0; i < scale; i++) {
      power *= 10;
    }
    length = Decimals.append(bytes, length, rest / power);
    bytes[length++] = '.';
    length = Decimals.append(bytes, length, rest % power, scale);
    return this;
  }

  /** Adds a UTC time as Kalshi writes it: without the trailing zeros of the fraction. */
  FrameBuilder kalshiTime(long micros) {
    time(micros);
    while (bytes[length - 1] == '0') {
      length--;
    }
    if (bytes[length - 1] == '.') {
      length--;
    }
    return add('Z');
  }

  /** Adds a UTC time as Coinbase writes it: always six decimals. */
  FrameBuilder coinbaseTime(long micros) {
    time(micros);
    return add('Z');
  }

  private void time(long micros) {
    long seconds = Math.floorDiv(micros, 1_000_000L);
    if (seconds != secondOfText) {
      byte[] text = ascii(Instant.ofEpochSecond(seconds).toString());
      if (text.length != SECOND_TEXT + 1) {
        throw new IllegalArgumentException("no time of our era: " + micros + " µs");
      }
      System.arraycopy(text, 0, second, 0, SECOND_TEXT);
      secondOfText = seconds;
    }
    add(second);
    add('.');
    ensure(6);
    length = Decimals.append(bytes, length, Math.floorMod(micros, 1_000_000L), 6);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, (length + more) * 2);
    }
  }
}
