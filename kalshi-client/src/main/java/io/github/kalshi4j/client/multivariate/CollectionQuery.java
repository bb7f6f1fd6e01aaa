package io.github.kalshi4j.client.multivariate;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.List;

/** Which collections to list. */
public final class CollectionQuery extends PagedQuery<CollectionQuery> {
  public static final CollectionQuery ALL = new CollectionQuery(List.of());

  private CollectionQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public CollectionQuery withStatus(CollectionStatus status) {
    return with("status", status);
  }

  /** Returns a copy with collections from which combos with markets of this event can be made. */
  public CollectionQuery withEvent(EventTicker event) {
    return with("associated_event_ticker", event);
  }

  public CollectionQuery withSeries(SeriesTicker series) {
    return with("series_ticker", series);
  }

  @Override
  public int maxLimit() {
    return 200;
  }

  @Override
  protected CollectionQuery copy(List<QueryParameter> changed) {
    return new CollectionQuery(changed);
  }
}
