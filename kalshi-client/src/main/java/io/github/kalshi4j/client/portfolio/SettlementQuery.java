package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.List;

/** Which of our settlements to list. */
public final class SettlementQuery extends PagedQuery<SettlementQuery> {
  /** All that are in the live window, of all subaccounts. */
  public static final SettlementQuery ALL = new SettlementQuery(List.of());

  private SettlementQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public SettlementQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public SettlementQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  /** Returns a copy with settlements at or after a time. */
  public SettlementQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with settlements at or before a time. */
  public SettlementQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with settlements of one subaccount; of all, if not set. */
  public SettlementQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected SettlementQuery copy(List<QueryParameter> changed) {
    return new SettlementQuery(changed);
  }
}
