package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import java.util.List;

/** Which changes of the fees of events to list. */
public final class EventFeeChangeQuery extends PagedQuery<EventFeeChangeQuery> {
  /** Those of all events. */
  public static final EventFeeChangeQuery ALL = new EventFeeChangeQuery(List.of());

  private EventFeeChangeQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public EventFeeChangeQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected EventFeeChangeQuery copy(List<QueryParameter> changed) {
    return new EventFeeChangeQuery(changed);
  }
}
