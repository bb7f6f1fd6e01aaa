package io.github.kalshi4j.client.value;

/** The exchange's name for a quote on a request; a UUID, to be passed back unchanged. */
public record QuoteId(String value) implements Comparable<QuoteId> {
  public QuoteId {
    Identifiers.check("QuoteId", value);
  }

  public static QuoteId of(String value) {
    return new QuoteId(value);
  }

  @Override
  public int compareTo(QuoteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
