package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.Samples.SERIES;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.series.SeriesFeeChangeQuery;
import io.github.kalshi4j.client.series.SeriesQuery;
import java.util.List;

/** The operations of {@code series()}. */
final class SeriesCases {
  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "GetSeries", c -> c.series().getWithVolume(SERIES), c -> c.series().get(SERIES)),
          OperationCase.of(
              "GetSeriesList",
              c ->
                  c.series()
                      .list(
                          SeriesQuery.ALL
                              .withCategory("Crypto")
                              .withTag("15 min")
                              .withProductMetadata()
                              .withVolume()
                              .updatedFrom(TIME)),
              c -> c.series().list(SeriesQuery.ALL)),
          OperationCase.of(
              "GetSeriesFeeChanges",
              c ->
                  c.series()
                      .feeChanges(SeriesFeeChangeQuery.UPCOMING.withSeries(SERIES).withPast()),
              c -> c.series().feeChanges(SeriesFeeChangeQuery.UPCOMING)));

  private SeriesCases() {}
}
