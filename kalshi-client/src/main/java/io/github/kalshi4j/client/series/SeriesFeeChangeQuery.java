package io.github.kalshi4j.client.series;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;

/** Which changes of the fees of series to list. */
public final class SeriesFeeChangeQuery extends Query<SeriesFeeChangeQuery> {
  /** Those that are still to come, of every series. */
  public static final SeriesFeeChangeQuery UPCOMING = new SeriesFeeChangeQuery(List.of());

  private SeriesFeeChangeQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public SeriesFeeChangeQuery withSeries(SeriesTicker series) {
    return with("series_ticker", series);
  }

  /** Returns a copy with the changes that are past, too. */
  public SeriesFeeChangeQuery withPast() {
    return with("show_historical", true);
  }

  @Override
  protected SeriesFeeChangeQuery copy(List<QueryParameter> changed) {
    return new SeriesFeeChangeQuery(changed);
  }
}
