package io.github.kalshi4j.client.historical;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;

/** Which of our archived positions to list. */
public final class ArchivedPositionQuery extends PagedQuery<ArchivedPositionQuery> {
  /** All that are archived of the primary subaccount. */
  public static final ArchivedPositionQuery ALL = new ArchivedPositionQuery(List.of());

  private ArchivedPositionQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public ArchivedPositionQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public ArchivedPositionQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  /** Returns a copy with positions of this subaccount, 0 to 63; of 0, if not set. */
  public ArchivedPositionQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected ArchivedPositionQuery copy(List<QueryParameter> changed) {
    return new ArchivedPositionQuery(changed);
  }
}
