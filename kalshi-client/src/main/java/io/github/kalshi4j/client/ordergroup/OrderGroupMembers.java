package io.github.kalshi4j.client.ordergroup;

import io.github.kalshi4j.client.value.OrderId;
import java.util.List;

/** A group and the orders in it. */
public record OrderGroupMembers(OrderGroup group, List<OrderId> orders) {
  public OrderGroupMembers {
    orders = List.copyOf(orders);
  }
}
