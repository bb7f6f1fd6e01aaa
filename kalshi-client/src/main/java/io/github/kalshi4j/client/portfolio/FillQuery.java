package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which of our fills to list. */
public final class FillQuery extends PagedQuery<FillQuery> {
  private static final int MOST_MARKETS = 100;

  /** All that are in the live window, of all subaccounts. */
  public static final FillQuery ALL = new FillQuery(List.of());

  private FillQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public FillQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  /**
   * Returns a copy with fills in these markets only.
   *
   * @param markets 1 to 100
   */
  public FillQuery withMarkets(Collection<MarketTicker> markets) {
    if (markets.size() > MOST_MARKETS) {
      throw new IllegalArgumentException("at most 100 markets: " + markets.size());
    }
    return withList("ticker", markets);
  }

  public FillQuery withOrder(OrderId order) {
    return with("order_id", order);
  }

  /** Returns a copy with fills at or after a time. */
  public FillQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with fills at or before a time. */
  public FillQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with fills of one subaccount; of all, if not set. */
  public FillQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  /** Returns a copy with fills of one shard; of all, if not set. */
  public FillQuery withExchangeIndex(int exchangeIndex) {
    return withInt("exchange_index", exchangeIndex, 0, Integer.MAX_VALUE);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected FillQuery copy(List<QueryParameter> changed) {
    return new FillQuery(changed);
  }
}
