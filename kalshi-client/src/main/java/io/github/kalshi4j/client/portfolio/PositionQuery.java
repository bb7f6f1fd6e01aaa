package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;
import java.util.Set;

/** Which of our positions to list. A cursor goes with the settlement filter that gave it. */
public final class PositionQuery extends PagedQuery<PositionQuery> {
  /** All of the primary subaccount; in the live window, those that are not settled. */
  public static final PositionQuery ALL = new PositionQuery(List.of());

  private PositionQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy with positions of which any of these is not zero. */
  public PositionQuery withNonZero(Set<PositionCount> counts) {
    return withList("count_filter", counts);
  }

  /**
   * Returns a copy with positions that are settled, or with all; those that are not, if not set.
   */
  public PositionQuery withSettlement(SettlementFilter settlement) {
    return with("settlement_status", settlement);
  }

  public PositionQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public PositionQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  /** Returns a copy with positions of one subaccount; of the primary one, if not set. */
  public PositionQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  /** Returns a copy with positions of one shard; of all, if not set. */
  public PositionQuery withExchangeIndex(int exchangeIndex) {
    return withInt("exchange_index", exchangeIndex, 0, Integer.MAX_VALUE);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected PositionQuery copy(List<QueryParameter> changed) {
    return new PositionQuery(changed);
  }
}
