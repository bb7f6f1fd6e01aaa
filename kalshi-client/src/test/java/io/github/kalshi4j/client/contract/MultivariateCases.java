package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code multivariate()}. */
final class MultivariateCases {
  static final List<OperationCase> ALL = List.of();

  private MultivariateCases() {}
}
