package io.github.kalshi4j.client.historical;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.List;

/** Which of our archived fills to list. */
public final class ArchivedFillQuery extends PagedQuery<ArchivedFillQuery> {
  /** All that are archived, of all subaccounts. */
  public static final ArchivedFillQuery ALL = new ArchivedFillQuery(List.of());

  private ArchivedFillQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public ArchivedFillQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  /** Returns a copy with fills that happened at or after a time. */
  public ArchivedFillQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with fills that happened at or before a time. */
  public ArchivedFillQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with fills of one subaccount, 0 to 63; of all, if not set. */
  public ArchivedFillQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected ArchivedFillQuery copy(List<QueryParameter> changed) {
    return new ArchivedFillQuery(changed);
  }
}
