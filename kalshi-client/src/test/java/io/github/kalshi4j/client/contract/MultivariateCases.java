package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.SERIES;

import io.github.kalshi4j.client.multivariate.CollectionQuery;
import io.github.kalshi4j.client.multivariate.CollectionStatus;
import io.github.kalshi4j.client.multivariate.SelectedMarket;
import io.github.kalshi4j.client.value.CollectionTicker;
import java.util.List;

/** The operations of {@code multivariate()}. */
final class MultivariateCases {
  private static final CollectionTicker COLLECTION = CollectionTicker.of("KXMVECRYPTO");
  private static final List<SelectedMarket> LEGS = List.of(SelectedMarket.yes(EVENT, MARKET));

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetMultivariateEventCollections",
              c ->
                  c.multivariate()
                      .list(
                          CollectionQuery.ALL
                              .withStatus(CollectionStatus.OPEN)
                              .withEvent(EVENT)
                              .withSeries(SERIES)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.multivariate().list(CollectionQuery.ALL)),
          OperationCase.of("GetMultivariateEventCollection", c -> c.multivariate().get(COLLECTION)),
          OperationCase.of(
              "CreateMarketInMultivariateEventCollection",
              c -> c.multivariate().createMarket(COLLECTION, LEGS, true),
              c -> c.multivariate().createMarket(COLLECTION, LEGS)));

  private MultivariateCases() {}
}
