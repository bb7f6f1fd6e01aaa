package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.portfolio.PortfolioApi;

/** Balance, fills, positions, settlements and movements of money, over REST. */
public final class RestPortfolio implements PortfolioApi {
  private final Caller caller;
  private final Shards shards;

  public RestPortfolio(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }
}
