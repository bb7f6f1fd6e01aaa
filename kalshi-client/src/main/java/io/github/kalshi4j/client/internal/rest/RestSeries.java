package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.series.SeriesApi;

/** Series and their fees, over REST. */
public final class RestSeries implements SeriesApi {
  private final Caller caller;

  public RestSeries(Caller caller) {
    this.caller = caller;
  }
}
