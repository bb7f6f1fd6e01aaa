package io.github.kalshi4j.client.communications;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;

/** Which proposals of block trades to list. */
public final class BlockTradeQuery extends PagedQuery<BlockTradeQuery> {
  /** All that we may see. */
  public static final BlockTradeQuery ALL = new BlockTradeQuery(List.of());

  private BlockTradeQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public BlockTradeQuery withMarket(MarketTicker market) {
    return with("market_ticker", market);
  }

  /** Returns a copy with proposals of one status, a word as {@link BlockTradeProposal} shows it. */
  public BlockTradeQuery withStatus(String status) {
    return with("status", status);
  }

  @Override
  public int maxLimit() {
    return 100;
  }

  @Override
  protected BlockTradeQuery copy(List<QueryParameter> changed) {
    return new BlockTradeQuery(changed);
  }
}
