package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;

import io.github.kalshi4j.client.incentive.IncentiveProgramQuery;
import io.github.kalshi4j.client.incentive.IncentiveStatus;
import io.github.kalshi4j.client.incentive.IncentiveType;
import java.util.List;

/** The operations of {@code incentivePrograms()}. */
final class IncentiveProgramsCases {
  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetIncentivePrograms",
              c ->
                  c.incentivePrograms()
                      .list(
                          IncentiveProgramQuery.ALL
                              .withStatus(IncentiveStatus.ACTIVE)
                              .withType(IncentiveType.LIQUIDITY)
                              .withDescription("Crypto liquidity")
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.incentivePrograms().list(IncentiveProgramQuery.ALL)));

  private IncentiveProgramsCases() {}
}
