package io.github.kalshi4j.client.internal.stream;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * The bytes of one text frame, copied from the pieces in which the JDK hands its characters over.
 * The array is used for frame after frame; after a very long one it is let go. Used by one thread.
 */
final class FrameBuffer {
  /** The array is not kept beyond this length. */
  private static final int KEPT = 1 << 20;

  private static final int INITIAL = 1 << 13;

  /** The array goes on so far behind a frame of ASCII, so that the decoder need not copy it. */
  private static final int PADDING = 128;

  private static final int MOST_BYTES_OF_A_CHAR = 3; // a pair of two makes four

  private final int limit;
  private byte[] bytes = new byte[INITIAL];
  private char[] chars = new char[INITIAL];
  private int length;
  private char high; // the first half of a pair whose second half has not come; 0 if none

  /** Creates an empty buffer that takes frames of at most so many bytes. */
  FrameBuffer(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a piece of the frame.
   *
   * @return whether it fits the limit; if not, the buffer must be cleared
   */
  boolean append(CharSequence piece) {
    int count = piece.length();
    if (count > limit - length) { // at least a byte each
      return false;
    }
    if (count > chars.length) {
      chars = new char[count];
    }
    if (piece instanceof CharBuffer buffer) {
      buffer.get(buffer.position(), chars, 0, count);
    } else {
      piece.toString().getChars(0, count, chars, 0);
    }
    long needed = length + (count + 1L) * MOST_BYTES_OF_A_CHAR + PADDING;
    if (needed > bytes.length) {
      // Frames are nearly always ASCII: room for what is there, and more when it turns out not so.
      grow(Math.min(needed, Math.max(length + count + 4L + PADDING, bytes.length * 2L)));
    }
    int i = 0;
    int at = length;
    if (high == 0) {
      byte[] to = bytes;
      while (i < count && chars[i] < 0x80 && at < to.length) {
        to[at++] = (byte) chars[i++];
      }
    }
    length = at;
    for (; i < count; i++) {
      encode(chars[i]);
    }
    return length <= limit;
  }

  private void encode(char c) {
    if (bytes.length - length < MOST_BYTES_OF_A_CHAR + 1) {
      grow(bytes.length * 2L);
    }
    if (high != 0) {
      char first = high;
      high = 0;
      if (Character.isLowSurrogate(c)) {
        int point = Character.toCodePoint(first, c);
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
        return;
      }
      threeBytes(first); // half a pair is no character, and the decoder will refuse it
      encode(c);
    } else if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | c >> 6);
      bytes[length++] = (byte) (0x80 | c & 0x3F);
    } else if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      threeBytes(c);
    }
  }

  private void threeBytes(char c) {
    bytes[length++] = (byte) (0xE0 | c >> 12);
    bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
    bytes[length++] = (byte) (0x80 | c & 0x3F);
  }

  private void grow(long size) {
    bytes = Arrays.copyOf(bytes, (int) Math.min(size, Integer.MAX_VALUE - 16));
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns how many bytes the frame has. */
  int length() {
    return length;
  }

  /** Begins the next frame. */
  void clear() {
    length = 0;
    high = 0;
    if (bytes.length > KEPT) {
      bytes = new byte[INITIAL];
      chars = new char[INITIAL];
    }
  }
}
