package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.milestone.MilestonesApi;

/** What events turn on, over REST. */
public final class RestMilestones implements MilestonesApi {
  private final Caller caller;

  public RestMilestones(Caller caller) {
    this.caller = caller;
  }
}
