package io.github.kalshi4j.client.stream;

import java.util.Arrays;

/** A window on characters that somebody else owns, valid until it is moved. */
final class CharSlice implements CharSequence {
  private char[] chars = new char[0];
  private int start;
  private int length;

  CharSlice over(char[] newChars, int newStart, int newLength) {
    chars = newChars;
    start = newStart;
    length = newLength;
    return this;
  }

  boolean is(String text) {
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (chars[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean is(char[] text) {
    return length == text.length
        && Arrays.equals(chars, start, start + length, text, 0, text.length);
  }

  int hash() {
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash ^ (hash >>> 15);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[start + index];
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return toString().substring(from, to);
  }

  @Override
  public String toString() {
    return new String(chars, start, length);
  }
}
