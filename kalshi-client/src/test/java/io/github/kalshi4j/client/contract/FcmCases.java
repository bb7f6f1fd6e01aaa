package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code fcm()}. */
final class FcmCases {
  static final List<OperationCase> ALL = List.of();

  private FcmCases() {}
}
