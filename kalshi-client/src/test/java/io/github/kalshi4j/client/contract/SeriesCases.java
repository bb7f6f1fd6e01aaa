package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code series()}. */
final class SeriesCases {
  static final List<OperationCase> ALL = List.of();

  private SeriesCases() {}
}
