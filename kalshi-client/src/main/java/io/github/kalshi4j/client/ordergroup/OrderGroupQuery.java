package io.github.kalshi4j.client.ordergroup;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.util.List;

/** Whose groups to look at. */
public final class OrderGroupQuery extends Query<OrderGroupQuery> {
  /** Those of all subaccounts. */
  public static final OrderGroupQuery ALL = new OrderGroupQuery(List.of());

  private OrderGroupQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy with groups of one subaccount, 0 to 63. */
  public OrderGroupQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  @Override
  protected OrderGroupQuery copy(List<QueryParameter> changed) {
    return new OrderGroupQuery(changed);
  }
}
