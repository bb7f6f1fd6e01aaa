package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.event.EventsApi;
import io.github.kalshi4j.client.internal.http.Caller;

/** Events and their metadata, candles and fee changes, over REST. */
public final class RestEvents implements EventsApi {
  private final Caller caller;
  private final Shards shards;

  public RestEvents(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }
}
