package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.multivariate.MultivariateApi;

/** Collections from which combos are made, over REST. */
public final class RestMultivariate implements MultivariateApi {
  private final Caller caller;
  private final Shards shards;

  public RestMultivariate(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }
}
