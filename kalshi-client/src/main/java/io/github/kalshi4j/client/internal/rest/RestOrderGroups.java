package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.ordergroup.OrderGroupsApi;

/** Groups of orders that share one limit, over REST. */
public final class RestOrderGroups implements OrderGroupsApi {
  private final Caller caller;

  public RestOrderGroups(Caller caller) {
    this.caller = caller;
  }
}
