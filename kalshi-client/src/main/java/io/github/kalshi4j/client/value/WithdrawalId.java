package io.github.kalshi4j.client.value;

/** The exchange's name for a withdrawal. */
public record WithdrawalId(String value) implements Comparable<WithdrawalId> {
  public WithdrawalId {
    Identifiers.check("WithdrawalId", value);
  }

  public static WithdrawalId of(String value) {
    return new WithdrawalId(value);
  }

  @Override
  public int compareTo(WithdrawalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
