package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code portfolio()}. */
final class PortfolioCases {
  static final List<OperationCase> ALL = List.of();

  private PortfolioCases() {}
}
