package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which events to list; events of combos are never among them.
 *
 * @see <a href="https://docs.kalshi.com/api-reference/events/get-events">Kalshi, Get Events</a>
 */
public final class EventQuery extends PagedQuery<EventQuery> {
  /** All events, however old, without their markets. */
  public static final EventQuery ALL = new EventQuery(List.of());

  private EventQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public EventQuery withSeries(SeriesTicker series) {
    return with("series_ticker", series);
  }

  /** Returns a copy with events that have a market of this status. */
  public EventQuery withStatus(EventFilterStatus status) {
    return with("status", status);
  }

  public EventQuery withTickers(Collection<EventTicker> tickers) {
    return withList("tickers", tickers);
  }

  /** Returns a copy that asks for {@link Event#markets()}, but for those that are archived. */
  public EventQuery withMarkets() {
    return with("with_nested_markets", true);
  }

  /** Returns a copy with events that have a market which closes after a time. */
  public EventQuery closingFrom(Instant time) {
    return withFrom("min_close_ts", time);
  }

  /** Returns a copy with events whose description changed after a time. */
  public EventQuery updatedFrom(Instant time) {
    return withFrom("min_updated_ts", time);
  }

  @Override
  public int maxLimit() {
    return 200;
  }

  @Override
  protected EventQuery copy(List<QueryParameter> changed) {
    return new EventQuery(changed);
  }
}
