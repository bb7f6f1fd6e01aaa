package io.github.kalshi4j.client.stream;

/**
 * A text of at most 32 characters that is compared with bytes eight at a time. A record, since the
 * compiler takes the components of a constant one for constants.
 */
record Literal(int length, long first, long second, long third, long fourth, long lastMask) {
  static Literal of(String text) {
    int length = text.length();
    if (length == 0 || length > 32) {
      throw new IllegalArgumentException("length of " + text);
    }
    return new Literal(
        length,
        Words.of(text, 0),
        Words.of(text, 8),
        Words.of(text, 16),
        Words.of(text, 24),
        Words.mask(length % 8 == 0 ? 8 : length % 8));
  }

  /** Returns whether the text stands at a place. */
  boolean isAt(byte[] bytes, int at) {
    if (length <= 8) {
      return ((Words.at(bytes, at) ^ first) & lastMask) == 0;
    }
    long differences = Words.at(bytes, at) ^ first;
    if (length <= 16) {
      return (differences | ((Words.at(bytes, at + 8) ^ second) & lastMask)) == 0;
    }
    differences |= Words.at(bytes, at + 8) ^ second;
    if (length <= 24) {
      return (differences | ((Words.at(bytes, at + 16) ^ third) & lastMask)) == 0;
    }
    differences |= Words.at(bytes, at + 16) ^ third;
    return (differences | ((Words.at(bytes, at + 24) ^ fourth) & lastMask)) == 0;
  }
}
