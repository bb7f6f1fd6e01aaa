package io.github.kalshi4j.client.value;

/** The exchange's name for a scheduled change of fees. */
public record FeeChangeId(String value) implements Comparable<FeeChangeId> {
  public FeeChangeId {
    Identifiers.check("FeeChangeId", value);
  }

  public static FeeChangeId of(String value) {
    return new FeeChangeId(value);
  }

  @Override
  public int compareTo(FeeChangeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
