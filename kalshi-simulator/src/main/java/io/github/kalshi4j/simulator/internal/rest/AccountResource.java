package io.github.kalshi4j.simulator.internal.rest;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a member may ask for, and how often. Nothing is refused for being too much. */
final class AccountResource {
  private static final int REFILL = 12_000;
  private static final int WRITE_REFILL = 9_600;

  void addTo(Routes routes) {
    routes.signed("GET", "/account/limits", request -> ApiAnswer.ok(limits()));
    routes.open("GET", "/account/endpoint_costs", request -> ApiAnswer.ok(costs()));
  }

  /** The limits of the highest tier, as nothing here holds anybody to less. */
  private static ObjectNode limits() {
    ObjectNode limits = Json.object();
    limits.put("usage_tier", "prestige");
    limits.set("read", bucket(REFILL, REFILL));
    limits.set("write", bucket(WRITE_REFILL, 3 * WRITE_REFILL));
    limits.set("grants", Json.array());
    return limits;
  }

  private static ObjectNode bucket(int refill, int capacity) {
    ObjectNode bucket = Json.object();
    bucket.put("refill_rate", refill);
    bucket.put("bucket_capacity", capacity);
    return bucket;
  }

  private static ObjectNode costs() {
    ArrayNode costs = Json.array();
    cost(costs, "DELETE", "/portfolio/events/orders", 2);
    cost(costs, "DELETE", "/portfolio/events/orders/batched", 2);
    cost(costs, "DELETE", "/portfolio/events/orders/:order_id", 2);
    cost(costs, "GET", "/portfolio/orders/:order_id", 2);
    ObjectNode body = Json.object();
    body.put("default_cost", 10);
    body.set("endpoint_costs", costs);
    return body;
  }

  private static void cost(ArrayNode costs, String method, String path, int cost) {
    ObjectNode node = costs.addObject();
    node.put("method", method);
    node.put("path", "/trade-api/v2" + path);
    node.put("cost", cost);
  }
}
