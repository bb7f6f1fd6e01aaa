package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.List;

/** Which public trades to list. */
public final class TradeQuery extends PagedQuery<TradeQuery> {
  /** All of the live window, of every market. */
  public static final TradeQuery ALL = new TradeQuery(List.of());

  private TradeQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public TradeQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public TradeQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  public TradeQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with block trades only, or with all but those; both, if not set. */
  public TradeQuery withBlockTrades(boolean only) {
    return with("is_block_trade", only);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected TradeQuery copy(List<QueryParameter> changed) {
    return new TradeQuery(changed);
  }
}
