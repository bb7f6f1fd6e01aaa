package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.EVENTS;
import static io.github.kalshi4j.client.contract.Samples.SERIES;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.event.ComboEventQuery;
import io.github.kalshi4j.client.event.EventFeeChangeQuery;
import io.github.kalshi4j.client.event.EventFilterStatus;
import io.github.kalshi4j.client.event.EventQuery;
import io.github.kalshi4j.client.event.ForecastPeriod;
import io.github.kalshi4j.client.event.ForecastQuery;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.value.CollectionTicker;
import java.util.List;

/** The operations of {@code events()}. */
final class EventsCases {
  private static final CollectionTicker COLLECTION = CollectionTicker.of("KXMVECRYPTO");
  private static final EventQuery OPEN =
      EventQuery.ALL
          .withSeries(SERIES)
          .withStatus(EventFilterStatus.OPEN)
          .withMarkets()
          .withLimit(50)
          .withCursor(CURSOR);
  private static final ComboEventQuery COMBOS =
      ComboEventQuery.ALL.withMarkets().withLimit(50).withCursor(CURSOR);
  private static final ForecastQuery FORECASTS =
      ForecastQuery.of(List.of(2500, 5000), TIME, TIME, ForecastPeriod.HOUR);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of("GetEvent", c -> c.events().get(EVENT)),
          OperationCase.of("GetEventMetadata", c -> c.events().metadata(EVENT)),
          OperationCase.of(
              "GetEvents",
              c ->
                  c.events()
                      .listWithMilestones(
                          OPEN.withTickers(EVENTS).closingFrom(TIME).updatedFrom(TIME)),
              c -> c.events().listWithMilestones(EventQuery.ALL)),
          OperationCase.of(
              "GetEvents.2", c -> c.events().list(OPEN), c -> c.events().list(EventQuery.ALL)),
          OperationCase.of(
              "GetMultivariateEvents",
              c -> c.events().combos(COMBOS.withSeries(SERIES)),
              c -> c.events().combos(ComboEventQuery.ALL)),
          OperationCase.of(
              "GetMultivariateEvents.2", c -> c.events().combos(COMBOS.withCollection(COLLECTION))),
          OperationCase.of(
              "GetEventFeeChanges",
              c ->
                  c.events()
                      .feeChanges(
                          EventFeeChangeQuery.ALL
                              .withEvent(EVENT)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.events().feeChanges(EventFeeChangeQuery.ALL)),
          OperationCase.of(
              "GetMarketCandlesticksByEvent",
              c ->
                  c.events()
                      .candlesticks(
                          SERIES, EVENT, CandlestickQuery.of(TIME, TIME, CandlePeriod.HOUR))),
          OperationCase.of(
              "GetEventForecastPercentilesHistory",
              c -> c.events().forecasts(SERIES, EVENT, FORECASTS)));

  private EventsCases() {}
}
