package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;
import static io.github.kalshi4j.client.contract.Samples.COUNT;
import static io.github.kalshi4j.client.contract.Samples.GROUP;

import io.github.kalshi4j.client.ordergroup.NewOrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroupAddress;
import io.github.kalshi4j.client.ordergroup.OrderGroupLimit;
import io.github.kalshi4j.client.ordergroup.OrderGroupQuery;
import java.util.List;

/** The operations of {@code orderGroups()}. */
final class OrderGroupsCases {
  private static final OrderGroupAddress ADDRESS =
      OrderGroupAddress.onShard(2, GROUP).withSubaccount(3);
  private static final OrderGroupAddress LEAST = OrderGroupAddress.of(GROUP);
  private static final OrderGroupLimit LIMIT = OrderGroupLimit.of(COUNT);
  private static final OrderGroupQuery QUERY = OrderGroupQuery.ALL.withSubaccount(3);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetOrderGroups", c -> c.orderGroups().list(QUERY), c -> c.orderGroups().list()),
          OperationCase.of(
              "CreateOrderGroup",
              c ->
                  c.orderGroups()
                      .create(NewOrderGroup.of(LIMIT).withExchangeIndex(2).withSubaccount(3)),
              c -> c.orderGroups().create(NewOrderGroup.of(LIMIT))),
          OperationCase.of(
              "GetOrderGroup",
              c -> c.orderGroups().get(GROUP, QUERY),
              c -> c.orderGroups().get(GROUP)),
          OperationCase.of(
              "DeleteOrderGroup",
              doing(c -> c.orderGroups().delete(ADDRESS)),
              doing(c -> c.orderGroups().delete(LEAST))),
          OperationCase.of(
              "UpdateOrderGroupLimit",
              doing(c -> c.orderGroups().updateLimit(ADDRESS, LIMIT)),
              doing(c -> c.orderGroups().updateLimit(LEAST, LIMIT))),
          OperationCase.of(
              "ResetOrderGroup",
              doing(c -> c.orderGroups().reset(ADDRESS)),
              doing(c -> c.orderGroups().reset(LEAST))),
          OperationCase.of(
              "TriggerOrderGroup",
              doing(c -> c.orderGroups().trigger(ADDRESS)),
              doing(c -> c.orderGroups().trigger(LEAST))));

  private OrderGroupsCases() {}
}
