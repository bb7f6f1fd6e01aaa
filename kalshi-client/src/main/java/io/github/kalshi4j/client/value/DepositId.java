package io.github.kalshi4j.client.value;

/** The exchange's name for a deposit. */
public record DepositId(String value) implements Comparable<DepositId> {
  public DepositId {
    Identifiers.check("DepositId", value);
  }

  public static DepositId of(String value) {
    return new DepositId(value);
  }

  @Override
  public int compareTo(DepositId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
