package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a key may do: by its scopes, and by the one subaccount it may be restricted to, for which it
 * then acts where a request names none.
 *
 * @see <a href="https://docs.kalshi.com/getting_started/api_keys">Kalshi, API keys</a>
 */
final class Permissions {
  private static final String SUBACCOUNT = "subaccount";
  private static final String ORDERS = "/portfolio/events/orders";
  private static final String GROUPS = "/portfolio/order_groups";
  private static final List<String> WHOLE_MEMBER =
      List.of(
          "/api_keys",
          "/account/api_usage_level",
          "/portfolio/subaccounts",
          "/portfolio/intra_exchange_instance_transfer",
          "/portfolio/target_balance_allocation");

  private Permissions() {}

  /**
   * Returns the request as it is to be answered.
   *
   * @throws ApiException 403 if the key may not ask for it
   */
  static ApiRequest check(String method, String path, ApiRequest request, Keys.Registered key) {
    Set<ApiKeyScope> needed = needed(method, path);
    if (!key.mayAnyOf(needed)) {
      throw forbidden("the API key lacks the scope " + name(method, needed));
    }
    Integer only = key.subaccount();
    if (only == null) {
      return request;
    }
    if (WHOLE_MEMBER.stream().anyMatch(path::startsWith)) {
      throw restricted();
    }
    Map<String, List<String>> query = new HashMap<>(request.query());
    checkSame(request.query(SUBACCOUNT), only);
    query.put(SUBACCOUNT, List.of(only.toString()));
    boolean inBody = path.startsWith(ORDERS) || path.startsWith(GROUPS);
    byte[] body =
        inBody && request.body().length > 0
            ? bound(Json.read(request.body()), only)
            : request.body();
    return new ApiRequest(request.parts(), query, body, request.user(), only);
  }

  private static byte[] bound(ObjectNode body, int only) {
    List<ObjectNode> orders = new ArrayList<>();
    JsonNode items = body.get("orders");
    if (items == null || !items.isArray()) {
      orders.add(body);
    } else {
      for (JsonNode item : items) {
        if (item instanceof ObjectNode order) {
          orders.add(order);
        }
      }
    }
    for (ObjectNode order : orders) {
      JsonNode named = order.get(SUBACCOUNT);
      if (named != null && named.isInt() && named.intValue() != only) {
        throw restricted();
      }
      if (named == null || named.isNull()) {
        order.put(SUBACCOUNT, only);
      }
    }
    return Json.bytes(body);
  }

  private static void checkSame(@Nullable String named, int only) {
    if (named != null && !named.equals(Integer.toString(only))) {
      throw restricted();
    }
  }

  private static Set<ApiKeyScope> needed(String method, String path) {
    if (method.equals("GET")) {
      return path.equals("/portfolio/balance")
          ? Set.of(ApiKeyScope.READ, ApiKeyScope.READ_PORTFOLIO_BALANCE)
          : Set.of(ApiKeyScope.READ);
    }
    if (path.startsWith(ORDERS) || path.startsWith(GROUPS)) {
      return Set.of(ApiKeyScope.WRITE, ApiKeyScope.WRITE_TRADE);
    }
    if (path.startsWith("/portfolio/intra_exchange_instance_transfer")
        || path.equals("/portfolio/subaccounts/transfer")) {
      return Set.of(ApiKeyScope.WRITE, ApiKeyScope.WRITE_TRANSFER);
    }
    return Set.of(ApiKeyScope.WRITE);
  }

  /** Names the narrowest scope that would do. */
  private static String name(String method, Set<ApiKeyScope> needed) {
    return needed.stream()
        .map(ApiKeyScope::wire)
        .max(Comparator.comparingInt(String::length))
        .orElse(method);
  }

  private static ApiException forbidden(String why) {
    return ApiException.of(403, "forbidden", why);
  }

  private static ApiException restricted() {
    return forbidden("this API key is restricted to a single sub-account");
  }
}
