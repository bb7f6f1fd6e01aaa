package io.github.kalshi4j.client.account;

import java.util.List;

/**
 * What operations cost in tokens.
 *
 * @param defaultCost what those cost that are not listed
 * @param endpointCosts those that cost something else
 */
public record EndpointCostList(int defaultCost, List<EndpointCost> endpointCosts) {
  public EndpointCostList {
    endpointCosts = List.copyOf(endpointCosts);
  }

  /** One operation and its cost, of each item where it takes several. */
  public record EndpointCost(String method, String path, int cost) {}
}
