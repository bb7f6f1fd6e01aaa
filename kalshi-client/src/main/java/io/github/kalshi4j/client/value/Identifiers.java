package io.github.kalshi4j.client.value;

/** What every ticker and id must satisfy: printable ASCII without spaces, 1 to 256 characters. */
final class Identifiers {
  private Identifiers() {}

  static void check(String type, String value) {
    if (value.isEmpty() || value.length() > 256) {
      throw new IllegalArgumentException(
          type + " must have 1 to 256 characters, not " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c >= 127) {
        throw new IllegalArgumentException(type + " has a character that no ticker has: " + value);
      }
    }
  }
}
