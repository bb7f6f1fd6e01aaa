package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.internal.floor.Floor;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The archive, in which nothing is: what has become too old is forgotten. */
final class ArchiveResource {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private final Floor floor;

  ArchiveResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    String market = "/historical/markets/{ticker}";
    routes.open("GET", "/historical/cutoff", request -> ApiAnswer.ok(cutoff()));
    routes.open("GET", "/historical/trades", request -> page(request, "trades"));
    routes.open("GET", "/historical/markets", request -> page(request, "markets"));
    routes.open("GET", market, ArchiveResource::noMarket);
    routes.open("GET", market + "/candlesticks", ArchiveResource::noMarket);
    routes.signed("GET", "/historical/fills", request -> page(request, "fills"));
    routes.signed("GET", "/historical/orders", request -> page(request, "orders"));
    routes.signed("GET", "/historical/positions", ArchiveResource::positions);
  }

  /** What was settled by then is gone. */
  private ObjectNode cutoff() {
    Instant cutoff = floor.call(engine -> Json.instant(floor.records().forgottenMicros()));
    ObjectNode node = Json.object();
    Json.time(node, "market_settled_ts", cutoff);
    Json.time(node, "trades_created_ts", cutoff);
    Json.time(node, "orders_updated_ts", cutoff);
    Json.time(node, "market_positions_last_updated_ts", cutoff);
    return node;
  }

  private static ApiAnswer page(ApiRequest request, String name) {
    request.limit(USUAL, MOST);
    ObjectNode body = Json.object();
    body.set(name, Json.array());
    body.put("cursor", "");
    return ApiAnswer.ok(body);
  }

  private static ApiAnswer positions(ApiRequest request) {
    request.limit(USUAL, MOST);
    ObjectNode body = Json.object();
    body.set("market_positions", Json.array());
    body.set("event_positions", Json.array());
    body.put("cursor", "");
    return ApiAnswer.ok(body);
  }

  private static ApiAnswer noMarket(ApiRequest request) {
    throw ApiException.notFound("market " + request.part("ticker") + " is not in the archive");
  }
}
