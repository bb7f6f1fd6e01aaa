package io.github.kalshi4j.client.value;

/** The name of a customer of a clearing member (FCM). */
public record SubtraderId(String value) implements Comparable<SubtraderId> {
  public SubtraderId {
    Identifiers.check("SubtraderId", value);
  }

  public static SubtraderId of(String value) {
    return new SubtraderId(value);
  }

  @Override
  public int compareTo(SubtraderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
