package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code orderGroups()}. */
final class OrderGroupsCases {
  static final List<OperationCase> ALL = List.of();

  private OrderGroupsCases() {}
}
