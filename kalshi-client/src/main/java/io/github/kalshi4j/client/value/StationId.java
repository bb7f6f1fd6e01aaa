package io.github.kalshi4j.client.value;

/** The name of a weather station, such as {@code KMIA1M}. */
public record StationId(String value) implements Comparable<StationId> {
  public StationId {
    Identifiers.check("StationId", value);
  }

  public static StationId of(String value) {
    return new StationId(value);
  }

  @Override
  public int compareTo(StationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
