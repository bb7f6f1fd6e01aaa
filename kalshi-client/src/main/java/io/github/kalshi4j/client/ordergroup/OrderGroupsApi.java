package io.github.kalshi4j.client.ordergroup;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.value.OrderGroupId;
import java.util.List;

/**
 * Groups of orders that share one limit: as soon as more of their contracts than it allows are
 * matched within 15 seconds, the group is triggered, which cancels all its orders and lets no new
 * one in until it is reset. A group lives on one shard and holds orders of that shard only; there
 * may be up to 100,000.
 *
 * <p>What changes a group looks for it on the shard and in the subaccount of its address, and fails
 * with {@link KalshiNotFoundException} if it is elsewhere. All calls block; they may be made from
 * any thread.
 */
public interface OrderGroupsApi {
  /** Returns the groups of all subaccounts. */
  default List<OrderGroup> list() {
    return list(OrderGroupQuery.ALL);
  }

  /** Returns groups, without their orders, all at once. */
  @Endpoint("GET /portfolio/order_groups")
  List<OrderGroup> list(OrderGroupQuery query);

  /** Returns a group of any subaccount, with its orders. */
  default OrderGroupMembers get(OrderGroupId group) {
    return get(group, OrderGroupQuery.ALL);
  }

  /**
   * Returns a group with its orders.
   *
   * @param query among whose groups to look
   * @throws KalshiNotFoundException if there is none of that id
   */
  @Endpoint("GET /portfolio/order_groups/{order_group_id}")
  OrderGroupMembers get(OrderGroupId group, OrderGroupQuery query);

  /** Makes a group, and returns what names it where it is to be changed. */
  @Endpoint("POST /portfolio/order_groups/create")
  OrderGroupAddress create(NewOrderGroup group);

  /**
   * Gives a group another limit. One that is below what was matched in the last 15 seconds triggers
   * the group at once.
   */
  @Endpoint("PUT /portfolio/order_groups/{order_group_id}/limit")
  void updateLimit(OrderGroupAddress group, OrderGroupLimit limit);

  /** Sets the count of matched contracts to zero, so that orders may be placed again. */
  @Endpoint("PUT /portfolio/order_groups/{order_group_id}/reset")
  void reset(OrderGroupAddress group);

  /** Cancels all orders of a group and lets no new one in until it is reset. */
  @Endpoint("PUT /portfolio/order_groups/{order_group_id}/trigger")
  void trigger(OrderGroupAddress group);

  /** Cancels all orders of a group and removes the group for good. */
  @Endpoint("DELETE /portfolio/order_groups/{order_group_id}")
  void delete(OrderGroupAddress group);
}
