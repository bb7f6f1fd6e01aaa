package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.fcm.FcmApi;
import io.github.kalshi4j.client.internal.http.Caller;

/** What clearing members (FCMs) do for their customers, over REST. */
public final class RestFcm implements FcmApi {
  private final Caller caller;

  public RestFcm(Caller caller) {
    this.caller = caller;
  }
}
