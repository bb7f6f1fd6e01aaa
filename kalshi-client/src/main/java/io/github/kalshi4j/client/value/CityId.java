package io.github.kalshi4j.client.value;

/** The exchange's name for a city that has a temperature index, such as {@code miami}. */
public record CityId(String value) implements Comparable<CityId> {
  public CityId {
    Identifiers.check("CityId", value);
  }

  public static CityId of(String value) {
    return new CityId(value);
  }

  @Override
  public int compareTo(CityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
