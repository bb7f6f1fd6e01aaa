package io.github.kalshi4j.client.exchange;

import io.github.kalshi4j.client.call.Endpoint;
import java.time.Instant;

/** The exchange itself: whether it trades, when it does, and how fresh its answers are. */
public interface ExchangeApi {
  /**
   * Returns whether the exchange trades, in all and on each shard. Answered also while it does not,
   * when the exchange sends the same with a 5xx.
   */
  @Endpoint("GET /exchange/status")
  ExchangeStatus status();

  /** Returns the weekly hours and the maintenance windows that are planned. */
  @Endpoint("GET /exchange/schedule")
  ExchangeSchedule schedule();

  /**
   * Returns the time up to which balance, orders, fills and positions are reflected in answers.
   * What was done later may not be visible yet.
   */
  @Endpoint("GET /exchange/user_data_timestamp")
  Instant userDataTimestamp();
}
