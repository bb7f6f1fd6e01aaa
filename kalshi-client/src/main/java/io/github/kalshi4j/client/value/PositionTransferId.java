package io.github.kalshi4j.client.value;

/** The exchange's name for a position's move from one subtrader to another. */
public record PositionTransferId(String value) implements Comparable<PositionTransferId> {
  public PositionTransferId {
    Identifiers.check("PositionTransferId", value);
  }

  public static PositionTransferId of(String value) {
    return new PositionTransferId(value);
  }

  @Override
  public int compareTo(PositionTransferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
