package io.github.kalshi4j.client.value;

/** The qualified name of what Pyth quotes: {@code Metal.XAU/USD}. */
public record UnderlyingTicker(String value) implements Comparable<UnderlyingTicker> {
  public UnderlyingTicker {
    Identifiers.check("UnderlyingTicker", value);
  }

  public static UnderlyingTicker of(String value) {
    return new UnderlyingTicker(value);
  }

  @Override
  public int compareTo(UnderlyingTicker other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
