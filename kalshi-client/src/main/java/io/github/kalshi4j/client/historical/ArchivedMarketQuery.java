package io.github.kalshi4j.client.historical;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.Collection;
import java.util.List;

/**
 * Which archived markets to list. The archive takes one filter at a time, so a query is made by one
 * and takes no other.
 */
public final class ArchivedMarketQuery extends PagedQuery<ArchivedMarketQuery> {
  /** All that are archived, combos included. */
  public static final ArchivedMarketQuery ALL = new ArchivedMarketQuery(List.of());

  /** All that are archived but combos. */
  public static final ArchivedMarketQuery WITHOUT_COMBOS = ALL.with("mve_filter", "exclude");

  private ArchivedMarketQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a query for markets by their tickers. */
  public static ArchivedMarketQuery ofTickers(Collection<MarketTicker> tickers) {
    return ALL.withList("tickers", tickers);
  }

  /** Returns a query for the markets of an event. */
  public static ArchivedMarketQuery ofEvent(EventTicker event) {
    return ALL.with("event_ticker", event);
  }

  /** Returns a query for the markets of a series. */
  public static ArchivedMarketQuery ofSeries(SeriesTicker series) {
    return ALL.with("series_ticker", series);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected ArchivedMarketQuery copy(List<QueryParameter> changed) {
    return new ArchivedMarketQuery(changed);
  }
}
