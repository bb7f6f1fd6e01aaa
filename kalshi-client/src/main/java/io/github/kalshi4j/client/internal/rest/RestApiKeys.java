package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.apikey.ApiKeysApi;
import io.github.kalshi4j.client.internal.http.Caller;

/** API keys, over REST. */
public final class RestApiKeys implements ApiKeysApi {
  private final Caller caller;

  public RestApiKeys(Caller caller) {
    this.caller = caller;
  }
}
