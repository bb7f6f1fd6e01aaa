package io.github.kalshi4j.client.value;

/** Our own name for an order, chosen before it leaves and never used twice. */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {
  public ClientOrderId {
    Identifiers.check("ClientOrderId", value);
  }

  public static ClientOrderId of(String value) {
    return new ClientOrderId(value);
  }

  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
