package io.github.kalshi4j.client.value;

/**
 * A closed set of the exchange's words. One with a constant {@code UNRECOGNIZED} is only shown, and
 * takes words that this version does not know; any other is acted upon, and fails on them.
 */
public interface WireEnum {
  /** Returns the word on the wire. */
  String wire();
}
