package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.livedata.LiveDataApi;

/** Scores, statistics and weather behind events, over REST. */
public final class RestLiveData implements LiveDataApi {
  private final Caller caller;

  public RestLiveData(Caller caller) {
    this.caller = caller;
  }
}
