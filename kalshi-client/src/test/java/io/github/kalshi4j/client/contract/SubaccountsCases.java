package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code subaccounts()}. */
final class SubaccountsCases {
  static final List<OperationCase> ALL = List.of();

  private SubaccountsCases() {}
}
