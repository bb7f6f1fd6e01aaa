package io.github.kalshi4j.client.historical;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.List;

/** Which archived public trades to list. */
public final class ArchivedTradeQuery extends PagedQuery<ArchivedTradeQuery> {
  /** All that are archived, of every market. */
  public static final ArchivedTradeQuery ALL = new ArchivedTradeQuery(List.of());

  private ArchivedTradeQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public ArchivedTradeQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public ArchivedTradeQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  public ArchivedTradeQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with block trades only, or with all but those; both, if not set. */
  public ArchivedTradeQuery withBlockTrades(boolean only) {
    return with("is_block_trade", only);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected ArchivedTradeQuery copy(List<QueryParameter> changed) {
    return new ArchivedTradeQuery(changed);
  }
}
