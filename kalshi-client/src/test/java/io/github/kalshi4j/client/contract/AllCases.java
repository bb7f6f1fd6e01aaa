package io.github.kalshi4j.client.contract;

import java.util.List;
import java.util.stream.Stream;

/** Every operation of the exchange. */
final class AllCases {
  private AllCases() {}

  static List<OperationCase> all() {
    return Stream.of(
            AccountCases.ALL,
            ApiKeysCases.ALL,
            CommunicationsCases.ALL,
            EventsCases.ALL,
            ExchangeCases.ALL,
            FcmCases.ALL,
            HistoricalCases.ALL,
            IncentiveProgramsCases.ALL,
            LiveDataCases.ALL,
            MarketsCases.ALL,
            MilestonesCases.ALL,
            MultivariateCases.ALL,
            OrderGroupsCases.ALL,
            OrderCases.ALL,
            PortfolioCases.ALL,
            SearchCases.ALL,
            SeriesCases.ALL,
            StructuredTargetsCases.ALL,
            SubaccountsCases.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
