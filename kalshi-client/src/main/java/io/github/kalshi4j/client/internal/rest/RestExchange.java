package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.exchange.ExchangeApi;
import io.github.kalshi4j.client.exchange.ExchangeSchedule;
import io.github.kalshi4j.client.exchange.ExchangeStatus;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import java.time.Instant;

/** The exchange's own state, over REST. */
public final class RestExchange implements ExchangeApi {
  private static final Operation STATUS = Operation.open("GET /exchange/status");
  private static final Operation SCHEDULE = Operation.open("GET /exchange/schedule");
  // Described as of the user, but not marked as needing one.
  private static final Operation USER_DATA_TIMESTAMP =
      Operation.optional("GET /exchange/user_data_timestamp");

  private final Caller caller;

  public RestExchange(Caller caller) {
    this.caller = caller;
  }

  @Override
  public ExchangeStatus status() {
    return caller.read(Call.of(STATUS).readingFailures(), ExchangeStatus.class);
  }

  @Override
  public ExchangeSchedule schedule() {
    return caller.read(Call.of(SCHEDULE), ScheduleBody.class).schedule();
  }

  @Override
  public Instant userDataTimestamp() {
    return caller.read(Call.of(USER_DATA_TIMESTAMP), TimestampBody.class).asOfTime();
  }

  record ScheduleBody(ExchangeSchedule schedule) {}

  record TimestampBody(Instant asOfTime) {}
}
