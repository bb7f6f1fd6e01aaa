package io.github.kalshi4j.client.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the subscription and the sequence in a frame that cannot be read, so that its loss can be
 * put down to one subscription. Takes whatever JSON there is: only names and numbers that stand
 * directly in the outermost object, and whole, are believed.
 */
final class FrameGlance {
  private static final byte[] SUBSCRIPTION = "sid".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SEQUENCE = "seq".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_DIGITS = 18;

  private final byte[] frame;
  private final int end;
  private int at;
  private long subscription;
  private long sequence;

  FrameGlance(byte[] frame, int offset, int length) {
    this.frame = frame;
    at = offset;
    end = offset + length;
    look();
  }

  /** Returns the subscription, or 0. */
  int subscription() {
    return subscription <= Integer.MAX_VALUE ? (int) subscription : 0;
  }

  /** Returns the sequence, or 0. */
  long sequence() {
    return sequence;
  }

  private void look() {
    int depth = 0;
    while (at < end) {
      byte b = frame[at++];
      if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      } else if (b == '"') {
        int start = at;
        skipString();
        if (depth == 1) {
          take(start, at - 1);
        }
      }
    }
  }

  /** Goes behind the quote that ends a string. */
  private void skipString() {
    while (at < end && frame[at] != '"') {
      at += frame[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void take(int start, int stop) {
    if (subscription == 0 && is(SUBSCRIPTION, start, stop)) {
      subscription = number();
    } else if (sequence == 0 && is(SEQUENCE, start, stop)) {
      sequence = number();
    }
  }

  private boolean is(byte[] name, int start, int stop) {
    return stop < end && Arrays.equals(frame, start, stop, name, 0, name.length);
  }

  /** Returns the number behind a colon, or 0 if there is none, or none that is surely whole. */
  private long number() {
    skipSpace();
    if (at == end || frame[at] != ':') {
      return 0;
    }
    at++;
    skipSpace();
    long value = 0;
    int first = at;
    for (; at < end && frame[at] >= '0' && frame[at] <= '9'; at++) {
      value = value * 10 + frame[at] - '0';
    }
    int digits = at - first;
    skipSpace();
    boolean whole = at < end && (frame[at] == ',' || frame[at] == '}');
    return digits > 0 && digits <= MAX_DIGITS && whole ? value : 0;
  }

  private void skipSpace() {
    while (at < end
        && (frame[at] == ' ' || frame[at] == '\t' || frame[at] == '\r' || frame[at] == '\n')) {
      at++;
    }
  }
}
