package io.github.kalshi4j.client.value;

/** The exchange's name for a member. */
public record UserId(String value) implements Comparable<UserId> {
  public UserId {
    Identifiers.check("UserId", value);
  }

  public static UserId of(String value) {
    return new UserId(value);
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
