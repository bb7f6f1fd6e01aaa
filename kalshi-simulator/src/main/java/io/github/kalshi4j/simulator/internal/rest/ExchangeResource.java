package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.internal.floor.Floor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The exchange's own state. */
final class ExchangeResource {
  private final Floor floor;

  ExchangeResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.open("GET", "/exchange/status", request -> ApiAnswer.ok(status()));
    routes.open("GET", "/exchange/user_data_timestamp", request -> ApiAnswer.ok(asOf()));
    routes.open("GET", "/historical/cutoff", request -> ApiAnswer.ok(cutoff()));
  }

  /** As a whole the exchange is active while any of its shards is. */
  private ObjectNode status() {
    return floor.call(engine -> {
      boolean exchangeActive = false;
      boolean tradingActive = false;
      ArrayNode shards = Json.array();
      for (int shard = 0; shard < floor.shards(); shard++) {
        ObjectNode node = shards.addObject();
        node.put("exchange_index", shard);
        node.put("description", "shard " + shard);
        node.put("exchange_active", engine.isExchangeActive(shard));
        node.put("trading_active", engine.isTradingActive(shard));
        node.put("intra_exchange_transfers_active", engine.isExchangeActive(shard));
        exchangeActive |= engine.isExchangeActive(shard);
        tradingActive |= engine.isTradingActive(shard);
      }
      ObjectNode status = Json.object();
      status.put("exchange_active", exchangeActive);
      status.put("trading_active", tradingActive);
      status.put("intra_exchange_transfers_active", exchangeActive);
      status.set("exchange_index_statuses", shards);
      return status;
    });
  }

  /** What members are shown is never late here. */
  private ObjectNode asOf() {
    ObjectNode node = Json.object();
    Json.time(node, "as_of_time", floor.call(engine -> Json.instant(engine.timeMicros())));
    return node;
  }

  /** Nothing is ever moved to the archive. */
  private static ObjectNode cutoff() {
    ObjectNode node = Json.object();
    String beginning = "1970-01-01T00:00:00Z";
    node.put("market_settled_ts", beginning);
    node.put("trades_created_ts", beginning);
    node.put("orders_updated_ts", beginning);
    node.put("market_positions_last_updated_ts", beginning);
    return node;
  }
}
