package io.github.kalshi4j.client.value;

/** The exchange's name for a request for quotes; a UUID, to be passed back unchanged. */
public record RfqId(String value) implements Comparable<RfqId> {
  public RfqId {
    Identifiers.check("RfqId", value);
  }

  public static RfqId of(String value) {
    return new RfqId(value);
  }

  @Override
  public int compareTo(RfqId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
