package io.github.kalshi4j.client.fcm;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SubtraderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which orders of our subtraders to list: those of one subtrader, those with certain client order
 * ids, or both at once. One of the two must be said.
 */
public final class FcmOrderQuery extends PagedQuery<FcmOrderQuery> {
  private static final int MAX_CLIENT_ORDERS = 100;

  private FcmOrderQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns the orders of one subtrader. */
  public static FcmOrderQuery ofSubtrader(SubtraderId subtrader) {
    return new FcmOrderQuery(List.of()).withSubtrader(subtrader);
  }

  /**
   * Returns the orders of the last 24 hours that have one of these client order ids.
   *
   * @param ids 1 to 100, without a comma in any
   */
  public static FcmOrderQuery ofClientOrders(Collection<ClientOrderId> ids) {
    return new FcmOrderQuery(List.of()).withClientOrders(ids);
  }

  public FcmOrderQuery withSubtrader(SubtraderId subtrader) {
    return with("subtrader_id", subtrader);
  }

  /**
   * Returns a copy with orders of the last 24 hours that have one of these client order ids.
   *
   * @param ids 1 to 100, without a comma in any
   */
  public FcmOrderQuery withClientOrders(Collection<ClientOrderId> ids) {
    if (ids.size() > MAX_CLIENT_ORDERS) {
      throw new IllegalArgumentException("at most 100 client order ids: " + ids.size());
    }
    for (ClientOrderId id : ids) {
      if (id.value().indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            "a client order id with a comma cannot be asked for: " + id);
      }
    }
    return withList("client_order_ids", ids);
  }

  public FcmOrderQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  public FcmOrderQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  public FcmOrderQuery withStatus(OrderStatus status) {
    return with("status", status);
  }

  /** Returns a copy with orders created at or after a time. */
  public FcmOrderQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with orders created at or before a time. */
  public FcmOrderQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected FcmOrderQuery copy(List<QueryParameter> changed) {
    return new FcmOrderQuery(changed);
  }
}
