package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;
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
    routes.open("GET", "/exchange/schedule", request -> ApiAnswer.ok(schedule()));
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

  private ObjectNode asOf() {
    ObjectNode node = Json.object();
    Json.time(
        node,
        "as_of_time",
        floor.call(engine -> Json.instant(floor.records().members().asOf(engine.timeMicros()))));
    return node;
  }

  /** The same for every week. In a pause of trading the exchange is not down. */
  private ObjectNode schedule() {
    ObjectNode week = Json.object();
    Json.time(week, "start_time", Instant.EPOCH);
    Json.time(week, "end_time", Instant.parse("2100-01-01T00:00:00Z"));
    for (DayOfWeek day : DayOfWeek.values()) {
      ArrayNode hours = week.putArray(day.name().toLowerCase(Locale.ROOT));
      for (SimulatedWorld.Session session : floor.within(world -> world.sessions(day))) {
        ObjectNode node = hours.addObject();
        node.put("open_time", session.open().toString());
        node.put("close_time", session.close().toString());
      }
    }
    ObjectNode schedule = Json.object();
    schedule.set("standard_hours", Json.array().add(week));
    schedule.set("maintenance_windows", Json.array());
    return Json.object().set("schedule", schedule);
  }
}
