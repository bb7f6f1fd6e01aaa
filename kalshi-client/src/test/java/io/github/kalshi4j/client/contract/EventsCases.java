package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code events()}. */
final class EventsCases {
  static final List<OperationCase> ALL = List.of();

  private EventsCases() {}
}
