package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.MemberRecords;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a member can ask of orders. */
final class OrderRecordsResource {
  private final Floor floor;

  OrderRecordsResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.signed("GET", "/portfolio/orders", this::orders);
    routes.signed("GET", "/portfolio/orders/queue_positions", this::queuePositions);
    routes.signed("GET", "/portfolio/orders/{order_id}", this::order);
    routes.signed("GET", "/portfolio/orders/{order_id}/queue_position", this::queuePosition);
  }

  private ApiAnswer orders(ApiRequest request) {
    int limit = request.limit(100, 1000);
    String market = request.query("ticker");
    List<String> events = request.list("event_ticker");
    if (events.size() > 10) {
      throw ApiException.parameter("event_ticker must name at most 10 events");
    }
    String status = request.word("status", "resting", "canceled", "executed");
    Instant from = request.time("min_ts");
    Instant to = request.time("max_ts");
    Integer subaccount = request.integer("subaccount", 0, 63);
    Integer shard = request.integer("exchange_index", 0, Integer.MAX_VALUE);
    UserId user = request.member();
    return floor.call(engine -> {
      MemberRecords records = floor.records().members();
      Slice<OrderId> slice =
          Slice.newestFirst(
              records.orders(user),
              id -> {
                Order order = records.known(id);
                return (market == null || market.equals(order.market().value()))
                    && (status == null || status.equals(order.status().wire()))
                    && (events.isEmpty() || events.contains(event(engine, order)))
                    && (subaccount == null || subaccount.equals(order.subaccount()))
                    && (shard == null || shard.equals(order.exchangeIndex()))
                    && Json.isWithin(order.created(), from, to);
              },
              limit,
              request);
      ObjectNode body = Json.object();
      body.set("orders", Json.array(slice.items(), id -> write(records.known(id))));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private static String event(SimulatedEngine engine, Order order) {
    return engine.market(order.market()).orElseThrow().listed().event().value();
  }

  private ApiAnswer order(ApiRequest request) {
    return floor.call(engine ->
        ApiAnswer.ok(Json.object().set("order", write(find(request, OrderResource.id(request))))));
  }

  /** Another member's order is not there, nor is one that the key may not see. */
  private Order find(ApiRequest request, OrderId id) {
    Order order = floor.records().members().order(id);
    Integer only = request.only();
    if (order == null
        || !order.user().equals(request.member())
        || (only != null && !only.equals(order.subaccount()))) {
      throw ApiException.notFound("order " + id);
    }
    return order;
  }

  private ApiAnswer queuePosition(ApiRequest request) {
    OrderId id = OrderResource.id(request);
    Integer only = request.only();
    return floor.call(engine -> {
      Quantity ahead =
          engine.restingOrders(request.member()).stream()
              .filter(order -> order.id().equals(id))
              .filter(order -> only == null || only.equals(order.subaccount()))
              .findFirst()
              .flatMap(order -> engine.queuePosition(order.id()))
              .orElseThrow(() -> ApiException.notFound("order " + id));
      return ApiAnswer.ok(Json.object().put("queue_position_fp", ahead.toString()));
    });
  }

  private ApiAnswer queuePositions(ApiRequest request) {
    List<String> markets = request.list("market_tickers");
    String event = request.query("event_ticker");
    if (markets.isEmpty() && event == null) {
      throw ApiException.parameter("market_tickers or event_ticker is needed");
    }
    int subaccount = OrderResource.subaccount(request);
    return floor.call(engine -> {
      ArrayNode positions = Json.array();
      for (Order order : engine.restingOrders(request.member())) {
        if ((markets.isEmpty() || markets.contains(order.market().value()))
            && (event == null || event.equals(event(engine, order)))
            && Objects.equals(order.subaccount(), subaccount)) {
          ObjectNode node = positions.addObject();
          node.put("order_id", order.id().value());
          node.put("market_ticker", order.market().value());
          node.put(
              "queue_position_fp",
              engine.queuePosition(order.id()).orElse(Quantity.ZERO).toString());
        }
      }
      return ApiAnswer.ok(Json.object().set("queue_positions", positions));
    });
  }

  private static ObjectNode write(Order order) {
    ClientOrderId name = order.clientOrderId();
    ObjectNode node = Json.object();
    node.put("order_id", order.id().value());
    node.put("user_id", order.user().value());
    node.put("client_order_id", name == null ? "" : name.value());
    node.put("ticker", order.market().value());
    node.put("side", order.outcome().wire());
    node.put("action", "buy");
    node.put("outcome_side", order.outcome().wire());
    node.put("book_side", order.side().wire());
    node.put("type", "limit");
    node.put("status", order.status().wire());
    node.put("yes_price_dollars", order.price().toString());
    node.put("no_price_dollars", order.price().complement().toString());
    node.put("fill_count_fp", order.filled().toString());
    node.put("remaining_count_fp", order.remaining().toString());
    node.put("initial_count_fp", order.initial().toString());
    node.put("taker_fill_cost_dollars", Json.dollars(order.takerFillCost()));
    node.put("maker_fill_cost_dollars", Json.dollars(order.makerFillCost()));
    node.put("taker_fees_dollars", Json.dollars(order.takerFees()));
    node.put("maker_fees_dollars", Json.dollars(order.makerFees()));
    Json.time(node, "expiration_time", order.expiration());
    Json.time(node, "created_time", order.created());
    Json.time(node, "last_update_time", order.updated());
    SelfTradePrevention prevention = order.selfTradePrevention();
    if (prevention != null) {
      node.put("self_trade_prevention_type", prevention.wire());
    }
    OrderGroupId group = order.orderGroup();
    if (group != null) {
      node.put("order_group_id", group.value());
    }
    node.put("cancel_order_on_pause", Boolean.TRUE.equals(order.cancelOnPause()));
    node.put("subaccount_number", order.subaccount());
    node.put("exchange_index", order.exchangeIndex());
    return node;
  }
}
