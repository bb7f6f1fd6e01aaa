package io.github.kalshi4j.client.value;

/** The name of an index of CF Benchmarks: {@code BRTI}. */
public record IndexId(String value) implements Comparable<IndexId> {
  public IndexId {
    Identifiers.check("IndexId", value);
  }

  public static IndexId of(String value) {
    return new IndexId(value);
  }

  @Override
  public int compareTo(IndexId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
