package io.github.kalshi4j.simulator.internal.rest;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each operation costs, and from which bucket it is paid.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/rate_limits">Kalshi, Rate Limits</a>
 */
final class Tariff {
  static final int USUAL = 10;
  private static final String ORDERS = "/portfolio/events/orders";
  private static final String UPGRADE = "/account/api_usage_level/upgrade";

  private record Cost(String method, String path, int tokens) {}

  private static final List<Cost> COSTS =
      List.of(
          new Cost("POST", UPGRADE, 30),
          new Cost("DELETE", ORDERS, 2),
          new Cost("DELETE", ORDERS + "/batched", 2),
          new Cost("DELETE", ORDERS + "/{order_id}", 2),
          new Cost("GET", "/portfolio/orders/{order_id}", 2));

  /** Which buckets pay. */
  enum Payer {
    READ,
    /** That of the shard on which it is done. */
    WRITE,
    /** Those of all shards, as the exchange has to look for the market's. */
    EVERY_WRITE
  }

  /**
   * What is to be paid.
   *
   * @param shard of which shard's bucket, where writes of one pay
   */
  record Bill(Payer payer, int shard, int tokens) {}

  private Tariff() {}

  /** Returns what one request of an operation costs, or one item of a batch. */
  static int tokens(String method, String path) {
    for (Cost cost : COSTS) {
      if (cost.method.equals(method) && cost.path.equals(path)) {
        return cost.tokens;
      }
    }
    return USUAL;
  }

  /** Returns what a request has to pay; one that cannot be read pays as if it named nothing. */
  static Bill bill(String method, String path, ApiRequest request) {
    int tokens = tokens(method, path);
    if (method.equals("GET") || !isWrite(path)) {
      return new Bill(Payer.READ, 0, tokens);
    }
    if (path.endsWith("/batched")) {
      return new Bill(Payer.WRITE, 0, tokens * Math.max(1, items(request)));
    }
    boolean ofOneOrder = path.startsWith(ORDERS) && !(method + path).equals("DELETE" + ORDERS);
    if (!ofOneOrder) {
      return new Bill(Payer.WRITE, Math.max(0, shard(request, 0)), tokens);
    }
    int shard = shard(request, hasMarket(request) ? -1 : 0);
    return shard < 0
        ? new Bill(Payer.EVERY_WRITE, 0, tokens)
        : new Bill(Payer.WRITE, shard, tokens);
  }

  private static boolean isWrite(String path) {
    return path.startsWith(ORDERS)
        || path.startsWith("/portfolio/order_groups")
        || path.equals(UPGRADE);
  }

  private static int items(ApiRequest request) {
    JsonNode orders = body(request).get("orders");
    return orders == null ? 1 : orders.size();
  }

  private static int shard(ApiRequest request, int otherwise) {
    String query = request.query("exchange_index");
    JsonNode field = body(request).get("exchange_index");
    try {
      if (query != null) {
        return Integer.parseInt(query);
      }
    } catch (NumberFormatException e) {
      return 0; // refused later
    }
    return field != null && field.isInt() ? field.intValue() : otherwise;
  }

  private static boolean hasMarket(ApiRequest request) {
    ObjectNode body = body(request);
    return request.query("market_ticker") != null
        || body.has("ticker")
        || body.has("market_ticker");
  }

  private static ObjectNode body(ApiRequest request) {
    try {
      return request.body().length == 0 ? Json.object() : Json.read(request.body());
    } catch (ApiException e) {
      return Json.object(); // refused later
    }
  }

  /** Returns the operations that do not cost the usual. */
  static ArrayNode write() {
    return Json.array(
        COSTS,
        cost -> {
          ObjectNode node = Json.object();
          node.put("method", cost.method);
          node.put("path", HttpFront.ROOT + cost.path.replaceAll("\\{(\\w+)}", ":$1"));
          node.put("cost", cost.tokens);
          return node;
        });
  }
}
