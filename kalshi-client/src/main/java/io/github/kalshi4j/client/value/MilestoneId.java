package io.github.kalshi4j.client.value;

/** The exchange's name for a milestone: a game, a release, whatever events turn on. */
public record MilestoneId(String value) implements Comparable<MilestoneId> {
  public MilestoneId {
    Identifiers.check("MilestoneId", value);
  }

  public static MilestoneId of(String value) {
    return new MilestoneId(value);
  }

  @Override
  public int compareTo(MilestoneId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
