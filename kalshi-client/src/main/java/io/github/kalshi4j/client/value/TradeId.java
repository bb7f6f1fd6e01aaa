package io.github.kalshi4j.client.value;

/** The exchange's name for one match, shared by the public trade and both parties' fills. */
public record TradeId(String value) implements Comparable<TradeId> {
  public TradeId {
    Identifiers.check("TradeId", value);
  }

  public static TradeId of(String value) {
    return new TradeId(value);
  }

  @Override
  public int compareTo(TradeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
