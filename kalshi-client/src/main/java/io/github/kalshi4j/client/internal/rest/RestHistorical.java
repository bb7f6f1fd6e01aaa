package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.historical.HistoricalApi;
import io.github.kalshi4j.client.internal.http.Caller;

/** The archive of what has left the live window, over REST. */
public final class RestHistorical implements HistoricalApi {
  private final Caller caller;
  private final Shards shards;

  public RestHistorical(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }
}
