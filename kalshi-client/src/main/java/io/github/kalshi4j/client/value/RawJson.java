package io.github.kalshi4j.client.value;

/**
 * A JSON value whose form the exchange leaves open, kept as it was sent so that the caller can read
 * it with a library of their own.
 *
 * @param text the JSON, numbers with all their digits
 */
public record RawJson(String text) {
  /** The object without fields. */
  public static final RawJson EMPTY = new RawJson("{}");

  @Override
  public String toString() {
    return text;
  }
}
