package io.github.kalshi4j.client.value;

/** The exchange's name for an incentive program. */
public record IncentiveProgramId(String value) implements Comparable<IncentiveProgramId> {
  public IncentiveProgramId {
    Identifiers.check("IncentiveProgramId", value);
  }

  public static IncentiveProgramId of(String value) {
    return new IncentiveProgramId(value);
  }

  @Override
  public int compareTo(IncentiveProgramId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
