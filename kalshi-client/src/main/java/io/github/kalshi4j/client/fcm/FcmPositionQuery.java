package io.github.kalshi4j.client.fcm;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.portfolio.PositionCount;
import io.github.kalshi4j.client.portfolio.SettlementFilter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.Collection;
import java.util.List;

/** Which positions of one subtrader to list. */
public final class FcmPositionQuery extends PagedQuery<FcmPositionQuery> {
  private FcmPositionQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns the positions of one subtrader that are not settled. */
  public static FcmPositionQuery ofSubtrader(SubtraderId subtrader) {
    return new FcmPositionQuery(List.of()).with("subtrader_id", subtrader);
  }

  public FcmPositionQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public FcmPositionQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  /** Returns a copy with positions in which any of these is not zero. */
  public FcmPositionQuery withNonZero(Collection<PositionCount> counts) {
    return withList("count_filter", counts.stream().map(PositionCount::wire).toList());
  }

  /** Returns a copy with positions that are settled or not; unsettled ones, if not set. */
  public FcmPositionQuery withSettlement(SettlementFilter status) {
    return with("settlement_status", status);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected FcmPositionQuery copy(List<QueryParameter> changed) {
    return new FcmPositionQuery(changed);
  }
}
