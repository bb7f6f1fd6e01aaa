package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.incentive.IncentiveProgramsApi;
import io.github.kalshi4j.client.internal.http.Caller;

/** Rewards for quoting and trading, over REST. */
public final class RestIncentivePrograms implements IncentiveProgramsApi {
  private final Caller caller;

  public RestIncentivePrograms(Caller caller) {
    this.caller = caller;
  }
}
