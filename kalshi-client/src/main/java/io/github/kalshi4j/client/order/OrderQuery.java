package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.call.PagedQuery;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which of our orders to list. */
public final class OrderQuery extends PagedQuery<OrderQuery> {
  private static final int MAX_EVENTS = 10;

  /** All that are in the live window: those that rest, and about two weeks of the others. */
  public static final OrderQuery ALL = new OrderQuery(List.of());

  private OrderQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public OrderQuery withMarket(MarketTicker market) {
    return with("ticker", market);
  }

  /**
   * Returns a copy with orders of these events only.
   *
   * @param events 1 to 10
   */
  public OrderQuery withEvents(Collection<EventTicker> events) {
    if (events.size() > MAX_EVENTS) {
      throw new IllegalArgumentException("at most 10 events: " + events.size());
    }
    return withList("event_ticker", events);
  }

  public OrderQuery withStatus(OrderStatus status) {
    return with("status", status);
  }

  /** Returns a copy with orders created at or after a time. */
  public OrderQuery from(Instant time) {
    return withFrom("min_ts", time);
  }

  /** Returns a copy with orders created at or before a time. */
  public OrderQuery to(Instant time) {
    return withTo("max_ts", time);
  }

  /** Returns a copy with orders of one subaccount; of all, if not set. */
  public OrderQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  /** Returns a copy with orders of one shard; of all, if not set. */
  public OrderQuery withExchangeIndex(int exchangeIndex) {
    return withInt("exchange_index", exchangeIndex, 0, Integer.MAX_VALUE);
  }

  @Override
  public int maxLimit() {
    return 1000;
  }

  @Override
  protected OrderQuery copy(List<QueryParameter> changed) {
    return new OrderQuery(changed);
  }
}
