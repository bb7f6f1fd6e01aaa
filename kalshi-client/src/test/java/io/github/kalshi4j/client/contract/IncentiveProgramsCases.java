package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code incentivePrograms()}. */
final class IncentiveProgramsCases {
  static final List<OperationCase> ALL = List.of();

  private IncentiveProgramsCases() {}
}
