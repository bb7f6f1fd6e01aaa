package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code communications()}. */
final class CommunicationsCases {
  static final List<OperationCase> ALL = List.of();

  private CommunicationsCases() {}
}
