package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.structuredtarget.StructuredTargetsApi;

/** Teams, players and places that markets are about, over REST. */
public final class RestStructuredTargets implements StructuredTargetsApi {
  private final Caller caller;

  public RestStructuredTargets(Caller caller) {
    this.caller = caller;
  }
}
