package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which part of a forecast's history to return. */
public final class ForecastQuery extends Query<ForecastQuery> {
  private static final int MAX_PERCENTILES = 10;
  private static final int LAST_PERCENTILE = 9999;

  private ForecastQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns a query.
   *
   * @param percentiles 1 to 10, each from 0 to 9999, counted in hundredths of a percent: 5000 is
   *     the median
   * @throws IllegalArgumentException if there are none, too many, or any that cannot be, or if the
   *     times are not in order
   */
  public static ForecastQuery of(
      Collection<Integer> percentiles, Instant start, Instant end, ForecastPeriod period) {
    if (percentiles.size() > MAX_PERCENTILES) {
      throw new IllegalArgumentException("at most 10 percentiles: " + percentiles);
    }
    for (int percentile : percentiles) {
      if (percentile < 0 || percentile > LAST_PERCENTILE) {
        throw new IllegalArgumentException("percentile must be 0 to 9999: " + percentile);
      }
    }
    if (start.isAfter(end)) {
      throw new IllegalArgumentException("forecasts from " + start + " to " + end);
    }
    return new ForecastQuery(List.of())
        .withEach("percentiles", percentiles)
        .withFrom("start_ts", start)
        .withTo("end_ts", end)
        .with("period_interval", period.minutes());
  }

  @Override
  protected ForecastQuery copy(List<QueryParameter> changed) {
    return new ForecastQuery(changed);
  }
}
