package io.github.kalshi4j.client.contract;

import java.util.List;

/** The operations of {@code exchange()}. */
final class ExchangeCases {
  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetExchangeStatus", c -> c.exchange().status()),
          OperationCase.of("GetExchangeSchedule", c -> c.exchange().schedule()),
          OperationCase.of("GetUserDataTimestamp", c -> c.exchange().userDataTimestamp()));

  private ExchangeCases() {}
}
