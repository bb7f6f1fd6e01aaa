package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link ScriptedExchange} answers to one who asks how it is and places orders. Nobody
 * trades with those. Safe for threads.
 */
final class ScriptedDesk {
  private static final String ORDERS = "/portfolio/events/orders";
  private static final JsonMapper JSON = new JsonMapper();

  private final FakeExchange front;
  private final FakeRecords records;
  private final Supplier<Instant> clock;
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ids = new AtomicInteger();

  ScriptedDesk(FakeExchange front, FakeRecords records, Supplier<Instant> clock) {
    this.front = front;
    this.records = records;
    this.clock = clock;
  }

  /** Begins to answer. */
  void open() {
    front.on(
        "GET /exchange/status", Reply.json("{\"exchange_active\":true,\"trading_active\":true}"));
    front.on(
        "GET /exchange/user_data_timestamp",
        request -> Reply.json("{\"as_of_time\":\"" + clock.get() + "\"}"));
    front.on(
        "GET /account/limits",
        Reply.json(
            """
            {"usage_tier":"basic","read":{"refill_rate":200,"bucket_capacity":600},\
            "write":{"refill_rate":100,"bucket_capacity":100},"grants":[]}\
            """));
    front.on(
        "GET /account/endpoint_costs", Reply.json("{\"default_cost\":10,\"endpoint_costs\":[]}"));
    front.on(
        "GET /portfolio/balance",
        request ->
            Reply.json(
                "{\"balance\":1000,\"balance_dollars\":\"10.0000\",\"portfolio_value\":0,"
                    + "\"updated_ts\":%d}".formatted(clock.get().getEpochSecond())));
    front.on("GET /historical/orders", Reply.json("{\"orders\":[],\"cursor\":\"\"}"));
    front.on("POST " + ORDERS, this::place);
    front.on("POST " + ORDERS + "/batched", this::placeAll);
    front.on("POST /portfolio/order_groups/create", request -> group());
  }

  private Reply place(ReceivedRequest request) {
    ObjectNode order = place(JSON.readTree(request.body()));
    return order.has("error")
        ? Reply.json(409, order.toString())
        : Reply.json(201, order.toString());
  }

  private Reply placeAll(ReceivedRequest request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode answers = body.putArray("orders");
    JSON.readTree(request.body()).get("orders").forEach(order -> answers.add(place(order)));
    return Reply.json(201, body.toString());
  }

  /** Returns what becomes of one order. */
  private ObjectNode place(JsonNode order) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    String name = order.get("client_order_id").asString();
    answer.put("client_order_id", name);
    String refusal = "";
    if (order.get("time_in_force").asString().equals("fill_or_kill")) {
      refusal = "fill_or_kill_insufficient_resting_volume";
    } else if (!names.add(name)) {
      refusal = "order_already_exists";
    }
    if (!refusal.isEmpty()) {
      answer.putObject("error").put("code", refusal).put("message", "no");
      return answer;
    }
    OrderId id = OrderId.of(new UUID(7, ids.incrementAndGet()).toString());
    Quantity quantity = Quantity.of(order.get("count").asString());
    record(id, order, quantity, "resting");
    front.on("DELETE " + ORDERS + "/" + id, request -> cancel(id, order, quantity));
    answer.put("order_id", id.value()).put("fill_count", "0.00");
    answer.put("remaining_count", quantity.toString()).put("ts_ms", clock.get().toEpochMilli());
    return answer;
  }

  private Reply cancel(OrderId id, JsonNode order, Quantity quantity) {
    record(id, order, quantity, "canceled");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("order_id", id.value());
    answer.put("client_order_id", order.get("client_order_id").asString());
    answer.put("reduced_by", quantity.toString()).put("ts_ms", clock.get().toEpochMilli());
    return Reply.json(answer.toString());
  }

  private void record(OrderId id, JsonNode order, Quantity quantity, String status) {
    records.order(
        id,
        order.get("client_order_id").asString(),
        MarketTicker.of(order.get("ticker").asString()),
        order.get("side").asString().equals("bid") ? BookSide.BID : BookSide.ASK,
        Price.of(order.get("price").asString()),
        quantity,
        Quantity.ZERO,
        status,
        clock.get());
  }

  private Reply group() {
    String id = new UUID(8, ids.incrementAndGet()).toString();
    front.on("PUT /portfolio/order_groups/" + id + "/reset", Reply.json("{}"));
    return Reply.json(
        201, "{\"order_group_id\":\"" + id + "\",\"subaccount\":0,\"exchange_index\":0}");
  }
}
