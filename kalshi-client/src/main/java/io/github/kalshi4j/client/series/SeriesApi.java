package io.github.kalshi4j.client.series;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;

/** Series and their fees. Public: it needs no credentials. */
public interface SeriesApi {
  /** Returns a series, without its volume. */
  @Endpoint("GET /series/{series_ticker}")
  Series get(SeriesTicker ticker);

  /** Returns a series with its volume. */
  Series getWithVolume(SeriesTicker ticker);

  /** Returns all series that a query means, in one answer however many there are. */
  @Endpoint("GET /series")
  List<Series> list(SeriesQuery query);

  /** Returns changes of the fees of series; their events may override them. */
  @Endpoint("GET /series/fee_changes")
  List<SeriesFeeChange> feeChanges(SeriesFeeChangeQuery query);
}
