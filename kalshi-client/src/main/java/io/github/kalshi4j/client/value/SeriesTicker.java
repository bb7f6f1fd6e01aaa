package io.github.kalshi4j.client.value;

/** The name of a series, a question that recurs: {@code KXHIGHNY}. */
public record SeriesTicker(String value) implements Comparable<SeriesTicker> {
  public SeriesTicker {
    Identifiers.check("SeriesTicker", value);
  }

  public static SeriesTicker of(String value) {
    return new SeriesTicker(value);
  }

  @Override
  public int compareTo(SeriesTicker other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
