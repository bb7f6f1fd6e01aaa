package io.github.kalshi4j.client.value;

/** The exchange's name for a group of orders that share one limit. */
public record OrderGroupId(String value) implements Comparable<OrderGroupId> {
  public OrderGroupId {
    Identifiers.check("OrderGroupId", value);
  }

  public static OrderGroupId of(String value) {
    return new OrderGroupId(value);
  }

  @Override
  public int compareTo(OrderGroupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
