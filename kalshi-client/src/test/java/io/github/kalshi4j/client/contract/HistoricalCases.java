package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code historical()}. */
final class HistoricalCases {
  static final List<OperationCase> ALL = List.of();

  private HistoricalCases() {}
}
