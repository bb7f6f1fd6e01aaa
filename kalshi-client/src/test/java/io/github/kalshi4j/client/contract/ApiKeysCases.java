package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code apiKeys()}. */
final class ApiKeysCases {
  static final List<OperationCase> ALL = List.of();

  private ApiKeysCases() {}
}
