package io.github.kalshi4j.client.value;

/** The name of a multivariate event collection, from which combos are made. */
public record CollectionTicker(String value) implements Comparable<CollectionTicker> {
  public CollectionTicker {
    Identifiers.check("CollectionTicker", value);
  }

  public static CollectionTicker of(String value) {
    return new CollectionTicker(value);
  }

  @Override
  public int compareTo(CollectionTicker other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
