package io.github.kalshi4j.client.portfolio;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.util.List;

/** Whose balance to tell. */
public final class BalanceQuery extends Query<BalanceQuery> {
  /** That of the primary subaccount, over all shards. */
  public static final BalanceQuery PRIMARY = new BalanceQuery(List.of());

  private BalanceQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy about another subaccount, 0 to 63. */
  public BalanceQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  /** Returns a copy about one shard; about all together, if not set. */
  public BalanceQuery withExchangeIndex(int exchangeIndex) {
    return withInt("exchange_index", exchangeIndex, 0, Integer.MAX_VALUE);
  }

  @Override
  protected BalanceQuery copy(List<QueryParameter> changed) {
    return new BalanceQuery(changed);
  }
}
