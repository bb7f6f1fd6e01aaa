package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.communications.CommunicationsApi;
import io.github.kalshi4j.client.internal.http.Caller;

/** Requests for quotes (RFQs), quotes, and block trades, over REST. */
public final class RestCommunications implements CommunicationsApi {
  private final Caller caller;

  public RestCommunications(Caller caller) {
    this.caller = caller;
  }
}
