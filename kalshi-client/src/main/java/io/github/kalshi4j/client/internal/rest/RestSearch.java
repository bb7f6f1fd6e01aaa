package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.search.SearchApi;

/** The words by which series are found, over REST. */
public final class RestSearch implements SearchApi {
  private final Caller caller;

  public RestSearch(Caller caller) {
    this.caller = caller;
  }
}
