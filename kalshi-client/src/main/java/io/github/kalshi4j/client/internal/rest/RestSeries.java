package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.series.Series;
import io.github.kalshi4j.client.series.SeriesApi;
import io.github.kalshi4j.client.series.SeriesFeeChange;
import io.github.kalshi4j.client.series.SeriesFeeChangeQuery;
import io.github.kalshi4j.client.series.SeriesQuery;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;

/** Series and their fees, over REST. */
public final class RestSeries implements SeriesApi {
  private static final Operation GET = Operation.open("GET /series/{series_ticker}");
  private static final Operation LIST = Operation.open("GET /series");
  private static final Operation FEE_CHANGES = Operation.open("GET /series/fee_changes");

  private final Caller caller;

  public RestSeries(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Series get(SeriesTicker ticker) {
    return caller.read(Call.of(GET, ticker), SeriesAnswer.class).series();
  }

  @Override
  public Series getWithVolume(SeriesTicker ticker) {
    return caller
        .read(Call.of(GET, ticker).with("include_volume", true), SeriesAnswer.class)
        .series();
  }

  @Override
  public List<Series> list(SeriesQuery query) {
    return List.copyOf(caller.read(Call.of(LIST).with(query), SeriesListAnswer.class).series());
  }

  @Override
  public List<SeriesFeeChange> feeChanges(SeriesFeeChangeQuery query) {
    return List.copyOf(
        caller.read(Call.of(FEE_CHANGES).with(query), FeeChangesAnswer.class).changes());
  }

  record SeriesAnswer(Series series) {}

  record SeriesListAnswer(List<Series> series) {}

  record FeeChangesAnswer(@JsonProperty("series_fee_change_arr") List<SeriesFeeChange> changes) {}
}
