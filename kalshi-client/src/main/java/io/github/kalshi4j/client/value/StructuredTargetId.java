package io.github.kalshi4j.client.value;

/** The exchange's name for a structured target: a team, a player, a place. */
public record StructuredTargetId(String value) implements Comparable<StructuredTargetId> {
  public StructuredTargetId {
    Identifiers.check("StructuredTargetId", value);
  }

  public static StructuredTargetId of(String value) {
    return new StructuredTargetId(value);
  }

  @Override
  public int compareTo(StructuredTargetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
