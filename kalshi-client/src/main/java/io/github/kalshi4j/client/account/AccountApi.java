package io.github.kalshi4j.client.account;

import io.github.kalshi4j.client.call.Endpoint;
import java.util.List;

/** The account's usage tier, its rate limits, and what requests cost. */
public interface AccountApi {
  /**
   * Returns the tier and its token buckets. The client takes them over for its own rate budget,
   * unless it was told what to use.
   */
  @Endpoint("GET /account/limits")
  AccountLimits limits();

  /** Returns what each operation costs; the client takes that over, too. Public. */
  @Endpoint("GET /account/endpoint_costs")
  EndpointCostList endpointCosts();

  /** Returns how far the account is from earning or keeping its tiers, by each way of counting. */
  @Endpoint("GET /account/api_usage_level/volume_progress")
  List<VolumeProgress> volumeProgress();

  /**
   * Asks for tier Advanced, for good; granted if one of the last 100 orders came through the API.
   */
  @Endpoint("POST /account/api_usage_level/upgrade")
  void upgradeUsageLevel();
}
