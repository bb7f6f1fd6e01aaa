package io.github.kalshi4j.client.value;

/** The exchange's inner name for a market, a UUID; requests take its {@link MarketTicker}. */
public record MarketId(String value) implements Comparable<MarketId> {
  public MarketId {
    Identifiers.check("MarketId", value);
  }

  public static MarketId of(String value) {
    return new MarketId(value);
  }

  @Override
  public int compareTo(MarketId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
