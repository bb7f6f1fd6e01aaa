package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.account.AccountApi;
import io.github.kalshi4j.client.account.AccountLimits;
import io.github.kalshi4j.client.account.EndpointCostList;
import io.github.kalshi4j.client.account.EndpointCostList.EndpointCost;
import io.github.kalshi4j.client.account.VolumeProgress;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.EndpointCosts;
import io.github.kalshi4j.client.internal.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The account's limits, over REST; what it learns of them goes into the rate budget. */
public final class RestAccount implements AccountApi {
  private static final Operation LIMITS = Operation.signed("GET /account/limits");
  private static final Operation COSTS = Operation.open("GET /account/endpoint_costs");
  private static final Operation PROGRESS =
      Operation.signed("GET /account/api_usage_level/volume_progress");
  private static final Operation UPGRADE =
      Operation.signed("POST /account/api_usage_level/upgrade");

  private static final System.Logger LOG = System.getLogger(RestAccount.class.getName());

  /** What most requests cost. */
  private static final int USUAL_COST = 10;

  private final Caller caller;
  private final boolean takesOver;

  /**
   * Creates the API.
   *
   * @param takesOver whether limits that are read become those of the rate budget
   */
  public RestAccount(Caller caller, boolean takesOver) {
    this.caller = caller;
    this.takesOver = takesOver;
  }

  @Override
  public AccountLimits limits() {
    AccountLimits limits = caller.read(Call.of(LIMITS), AccountLimits.class);
    if (takesOver) {
      takeOver(limits);
    }
    return limits;
  }

  @Override
  public EndpointCostList endpointCosts() {
    EndpointCostList list = caller.read(Call.of(COSTS), EndpointCostList.class);
    if (takesOver) {
      Map<String, Integer> costs =
          list.endpointCosts().stream()
              .collect(
                  Collectors.toMap(
                      c -> c.method() + ' ' + c.path(), EndpointCost::cost, Math::max));
      caller.useCosts(EndpointCosts.of(list.defaultCost(), costs));
    }
    return list;
  }

  @Override
  public List<VolumeProgress> volumeProgress() {
    return caller.read(Call.of(PROGRESS), ProgressBody.class).volumeProgress();
  }

  @Override
  public void upgradeUsageLevel() {
    caller.write(Call.of(UPGRADE));
  }

  private void takeOver(AccountLimits limits) {
    if (isUsable(limits.read()) && isUsable(limits.write())) {
      caller.budget().resize(limits.rateLimits());
    } else {
      LOG.log(
          System.Logger.Level.WARNING,
          "the exchange tells limits under which nothing could be sent, which are not kept: {0}",
          limits);
    }
  }

  private static boolean isUsable(AccountLimits.Bucket bucket) {
    return bucket.bucketCapacity() >= USUAL_COST && bucket.refillRate() > 0;
  }

  record ProgressBody(List<VolumeProgress> volumeProgress) {}
}
