package io.github.kalshi4j.client.value;

/** The exchange's name for a movement of money within the account. */
public record TransferId(String value) implements Comparable<TransferId> {
  public TransferId {
    Identifiers.check("TransferId", value);
  }

  public static TransferId of(String value) {
    return new TransferId(value);
  }

  @Override
  public int compareTo(TransferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
