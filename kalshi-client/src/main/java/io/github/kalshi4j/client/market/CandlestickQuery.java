package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.time.Instant;
import java.util.List;

/** Which candles to return: those whose end lies between two times, both included. */
public final class CandlestickQuery extends Query<CandlestickQuery> {
  private CandlestickQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns a query.
   *
   * @throws IllegalArgumentException if the times are not in order
   */
  public static CandlestickQuery of(Instant start, Instant end, CandlePeriod period) {
    if (start.isAfter(end)) {
      throw new IllegalArgumentException("candles from " + start + " to " + end);
    }
    return new CandlestickQuery(List.of())
        .withFrom("start_ts", start)
        .withTo("end_ts", end)
        .with("period_interval", period.minutes());
  }

  /**
   * Returns a copy that begins with a candle without trades that carries the last price before the
   * start. Only for live markets.
   */
  public CandlestickQuery withLatestBeforeStart() {
    return with("include_latest_before_start", true);
  }

  @Override
  protected CandlestickQuery copy(List<QueryParameter> changed) {
    return new CandlestickQuery(changed);
  }
}
