package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code liveData()}. */
final class LiveDataCases {
  static final List<OperationCase> ALL = List.of();

  private LiveDataCases() {}
}
