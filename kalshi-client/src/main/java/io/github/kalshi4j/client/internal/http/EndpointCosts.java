package io.github.kalshi4j.client.internal.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each operation costs in tokens. Never changes.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/rate_limits">Kalshi, Rate Limits</a>
 */
public final class EndpointCosts {
  private static final String PREFIX = "/trade-api/v2";

  /** The published costs, for as long as the exchange's own list is not known. */
  public static final EndpointCosts PUBLISHED =
      of(
          10,
          Map.of(
              "POST /account/api_usage_level/upgrade", 30,
              "DELETE /portfolio/events/orders", 2,
              "DELETE /portfolio/events/orders/batched", 2,
              "DELETE /portfolio/events/orders/{order_id}", 2,
              "GET /portfolio/orders/{order_id}", 2,
              "POST /communications/quotes", 2,
              "DELETE /communications/quotes/{quote_id}", 2,
              "GET /communications/quotes/{quote_id}", 2,
              "DELETE /communications/rfqs/{rfq_id}/quotes/{quote_id}", 2,
              "GET /communications/rfqs/{rfq_id}/quotes/{quote_id}", 2));

  private final int defaultCost;
  private final Map<String, Integer> costs;
  private final Map<Operation, Integer> byOperation = new ConcurrentHashMap<>();

  private EndpointCosts(int defaultCost, Map<String, Integer> costs) {
    this.defaultCost = defaultCost;
    this.costs = costs;
  }

  /**
   * Returns costs by operation.
   *
   * @param costs by verb and path; the path may have the API's prefix, and call its parameters
   *     {@code {id}} or {@code :id}
   */
  public static EndpointCosts of(int defaultCost, Map<String, Integer> costs) {
    Map<String, Integer> normal = new HashMap<>();
    costs.forEach((operation, cost) -> normal.put(normalize(operation), cost));
    return new EndpointCosts(defaultCost, Map.copyOf(normal));
  }

  int of(Call call) {
    int each =
        byOperation.computeIfAbsent(
            call.operation(),
            operation -> costs.getOrDefault(normalize(operation.toString()), defaultCost));
    return Math.multiplyExact(Math.max(each, 0), call.items());
  }

  private static String normalize(String operation) {
    return operation.replace(' ' + PREFIX, " ").replaceAll("\\{[^}]*}|(?<=/):[^/]+", "{}");
  }
}
