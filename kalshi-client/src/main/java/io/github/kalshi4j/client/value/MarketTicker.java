package io.github.kalshi4j.client.value;

/** The name of a market, one yes-or-no line of an event: {@code KXHIGHNY-26JUL04-T85}. */
public record MarketTicker(String value) implements Comparable<MarketTicker> {
  public MarketTicker {
    Identifiers.check("MarketTicker", value);
  }

  public static MarketTicker of(String value) {
    return new MarketTicker(value);
  }

  @Override
  public int compareTo(MarketTicker other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
