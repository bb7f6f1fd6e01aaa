package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code structuredTargets()}. */
final class StructuredTargetsCases {
  static final List<OperationCase> ALL = List.of();

  private StructuredTargetsCases() {}
}
