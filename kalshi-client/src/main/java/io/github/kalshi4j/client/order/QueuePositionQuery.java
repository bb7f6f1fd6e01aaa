package io.github.kalshi4j.client.order;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.Collection;
import java.util.List;

/** Of which of our resting orders to tell the place in the queue. */
public final class QueuePositionQuery extends Query<QueuePositionQuery> {
  /** All of the primary subaccount. */
  public static final QueuePositionQuery ALL = new QueuePositionQuery(List.of());

  private QueuePositionQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  public QueuePositionQuery withMarkets(Collection<MarketTicker> markets) {
    return withList("market_tickers", markets);
  }

  public QueuePositionQuery withEvent(EventTicker event) {
    return with("event_ticker", event);
  }

  public QueuePositionQuery withSubaccount(int subaccount) {
    return withInt("subaccount", subaccount, 0, 63);
  }

  @Override
  protected QueuePositionQuery copy(List<QueryParameter> changed) {
    return new QueuePositionQuery(changed);
  }
}
