package io.github.kalshi4j.client.value;

/** The exchange's name for an order. */
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    Identifiers.check("OrderId", value);
  }

  public static OrderId of(String value) {
    return new OrderId(value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
