package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.UserId;
import java.util.List;

/** Which requests for quotes to list. */
public final class RfqQuery extends PagedQuery<RfqQuery> {
  /** Everybody's. */
  public static final RfqQuery ALL = new RfqQuery(List.of());

  /** Our own. */
  public static final RfqQuery OURS = ALL.with("user_filter", "self");

  private RfqQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /**
   * Returns the requests of one member.
   *
   * @deprecated The exchange gives this filter up. Our own are {@link #OURS}.
   */
  @Deprecated
  public static RfqQuery createdBy(UserId creator) {
    return ALL.with("creator_user_id", creator);
  }

  public RfqQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  public RfqQuery withMarket(MarketTicker market) {
    return with("market_ticker", market);
  }

  /** Returns a copy with requests of one subaccount; of all, if not set. */
  public RfqQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  public RfqQuery withStatus(RfqStatus status) {
    if (status == RfqStatus.UNRECOGNIZED) {
      throw new IllegalArgumentException("no status to ask for: " + status);
    }
    return with("status", status);
  }

  @Override
  public int maxLimit() {
    return 100;
  }

  @Override
  protected RfqQuery copy(List<QueryParameter> changed) {
    return new RfqQuery(changed);
  }
}
