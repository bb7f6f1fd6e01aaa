package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;
import java.util.stream.Stream;

/**
 * Events and their metadata, candles and fee changes. Public, but for {@link #forecasts}, which
 * needs credentials.
 */
public interface EventsApi {
  /** Returns an event, however old, with its markets except those that are archived. */
  @Endpoint("GET /events/{event_ticker}")
  Event get(EventTicker ticker);

  /** Returns how an event and its markets are shown. */
  @Endpoint("GET /events/{event_ticker}/metadata")
  EventMetadata metadata(EventTicker ticker);

  /** Returns a page of events. */
  @Endpoint("GET /events")
  Page<Event> list(EventQuery query);

  /** Returns a page of events and the milestones that they are related to. */
  EventsPage listWithMilestones(EventQuery query);

  /** Returns all events that a query means, page by page as they are asked for. */
  Stream<Event> all(EventQuery query);

  /** Returns a page of events of combos, which are made on demand. */
  @Endpoint("GET /events/multivariate")
  Page<Event> combos(ComboEventQuery query);

  /** Returns all events of combos that a query means, page by page as they are asked for. */
  Stream<Event> allCombos(ComboEventQuery query);

  /** Returns a page of changes of the fees that events have of their own. */
  @Endpoint("GET /events/fee_changes")
  Page<EventFeeChange> feeChanges(EventFeeChangeQuery query);

  /** Returns all changes of fees that a query means, page by page as they are asked for. */
  Stream<EventFeeChange> allFeeChanges(EventFeeChangeQuery query);

  /**
   * Returns the candles of all markets of an event, as many as fit one answer.
   *
   * @throws IllegalArgumentException if the query asks for the latest before its start, which is
   *     for single markets only
   */
  @Endpoint("GET /series/{series_ticker}/events/{ticker}/candlesticks")
  EventCandlesticks candlesticks(SeriesTicker series, EventTicker ticker, CandlestickQuery query);

  /** Returns how the forecast of the number that an event is about went. */
  @Endpoint("GET /series/{series_ticker}/events/{ticker}/forecast_percentile_history")
  List<Forecast> forecasts(SeriesTicker series, EventTicker ticker, ForecastQuery query);
}
