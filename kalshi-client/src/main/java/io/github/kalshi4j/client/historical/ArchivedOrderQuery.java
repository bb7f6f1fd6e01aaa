package io.github.kalshi4j.client.historical;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.List;

/** Which of our archived orders to list. */
public final class ArchivedOrderQuery extends PagedQuery<ArchivedOrderQuery> {
  /** All that are archived, of all subaccounts. */
  public static final ArchivedOrderQuery ALL = new ArchivedOrderQuery(List.of());

  private ArchivedOrderQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public ArchivedOrderQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  /** Returns a copy with orders that were created at or after a time. */
  public ArchivedOrderQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with orders that were created at or before a time. */
  public ArchivedOrderQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with orders of one subaccount, 0 to 63; of all, if not set. */
  public ArchivedOrderQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected ArchivedOrderQuery copy(List<QueryParameter> changed) {
    return new ArchivedOrderQuery(changed);
  }
}
