package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.order.AmendedOrder;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.DecreasedOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.exchange.OrderTarget;
import io.github.kalshi4j.simulator.exchange.Refusal;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Placing, changing and canceling orders. */
final class OrderResource {
  private static final String V2 = "/portfolio/events/orders";
  private static final String INVALID = "invalid_parameters";

  private final Floor floor;
  private final Duration cancelAllReach;
  private final Map<UserId, List<Sweep>> sweeps = new HashMap<>(); // touched on the floor only

  /** All orders were canceled, of one subaccount or, if it is null, of all. */
  private record Sweep(long micros, @Nullable Integer subaccount) {}

  OrderResource(Floor floor, Duration cancelAllReach) {
    this.floor = floor;
    this.cancelAllReach = cancelAllReach;
  }

  void addTo(Routes routes) {
    routes.signed("POST", V2, this::place);
    routes.signed("DELETE", V2, this::cancelAll);
    routes.signed("POST", V2 + "/batched", this::placeBatch);
    routes.signed("DELETE", V2 + "/batched", this::cancelBatch);
    routes.signed("DELETE", V2 + "/{order_id}", this::cancel);
    routes.signed("POST", V2 + "/{order_id}/amend", this::amend);
    routes.signed("POST", V2 + "/{order_id}/decrease", this::decrease);
    routes.signed("POST", "/portfolio/orders", request -> gone());
    routes.signed("POST", "/portfolio/orders/batched", request -> gone());
    routes.signed("DELETE", "/portfolio/orders/batched", request -> gone());
    routes.signed("DELETE", "/portfolio/orders/{order_id}", request -> gone());
    routes.signed("POST", "/portfolio/orders/{order_id}/amend", request -> gone());
    routes.signed("POST", "/portfolio/orders/{order_id}/decrease", request -> gone());
  }

  private static ApiAnswer gone() {
    throw ApiException.of(410, "deprecated_v1_order_endpoint", "use " + V2);
  }

  private ApiAnswer place(ApiRequest request) {
    OrderRequest order = order(Fields.of(request));
    Answer answer =
        floor.call(engine -> {
          Answer placed = execute(engine, new Command.Place(request.member(), order));
          sweepAgain(engine, request.member(), order, placed);
          return placed;
        });
    return ApiAnswer.created(placed(((Answer.Placed) checked(answer)).order()));
  }

  private static Answer execute(SimulatedEngine engine, Command command) {
    return engine.execute(engine.timeMicros(), command);
  }

  /** Cancels an order that was placed too soon after all were canceled. */
  private void sweepAgain(SimulatedEngine engine, UserId user, OrderRequest order, Answer answer) {
    long reach = cancelAllReach.toNanos() / 1_000;
    if (!(answer instanceof Answer.Placed(PlacedOrder placed)) || placed.remaining().isZero()) {
      return;
    }
    for (Sweep sweep : sweeps.getOrDefault(user, List.of())) {
      boolean meant = sweep.subaccount() == null || sweep.subaccount() == order.subaccount();
      if (meant && engine.timeMicros() < sweep.micros() + reach) {
        OrderTarget target = new OrderTarget(placed.id(), order.market(), null, order.subaccount());
        execute(engine, new Command.Cancel(user, target));
        return;
      }
    }
  }

  private static Answer checked(Answer answer) {
    if (answer instanceof Answer.Refused(Refusal refusal)) {
      throw ApiException.of(refusal);
    }
    return answer;
  }

  private static OrderRequest order(Fields fields) {
    return new OrderRequest(
        fields.needParsed("ticker", INVALID, MarketTicker::of),
        fields.side(),
        fields.price("price"),
        fields.needQuantity("count"),
        fields.word("time_in_force", TimeInForce.values()),
        fields.flag("post_only"),
        fields.flag("reduce_only"),
        fields.flag("cancel_order_on_pause"),
        fields.word("self_trade_prevention_type", SelfTradePrevention.values()),
        time(fields.number("expiration_time")),
        fields.parsed("client_order_id", INVALID, ClientOrderId::of),
        fields.parsed("order_group_id", INVALID, OrderGroupId::of),
        fields.subaccount("subaccount"),
        fields.shard());
  }

  private static @Nullable Instant time(@Nullable Long seconds) {
    try {
      return seconds == null ? null : Instant.ofEpochSecond(seconds);
    } catch (DateTimeException e) {
      throw ApiException.of(400, "invalid_order", "expiration_time " + seconds);
    }
  }

  private static ObjectNode placed(PlacedOrder order) {
    ObjectNode node = named(order.id(), order.clientOrderId());
    node.put("fill_count", order.filled().toString());
    node.put("remaining_count", order.remaining().toString());
    dollars(node, "average_fill_price", order.averageFillPrice());
    dollars(node, "average_fee_paid", order.averageFee());
    node.put("ts_ms", order.time().toEpochMilli());
    return node;
  }

  private static ObjectNode named(OrderId id, @Nullable ClientOrderId clientOrderId) {
    ObjectNode node = Json.object();
    node.put("order_id", id.value());
    if (clientOrderId != null) {
      node.put("client_order_id", clientOrderId.value());
    }
    return node;
  }

  private static void dollars(ObjectNode node, String field, @Nullable Money money) {
    if (money != null) {
      node.put(field, Json.dollars(money));
    }
  }

  /** An item that cannot be read fails the batch as a whole, before any is placed. */
  private ApiAnswer placeBatch(ApiRequest request) {
    List<OrderRequest> orders =
        Fields.of(request).objects("orders").stream().map(OrderResource::order).toList();
    List<Command.OrderCommand> commands = new ArrayList<>();
    for (OrderRequest order : orders) {
      commands.add(new Command.Place(request.member(), order));
    }
    List<Answer> answers =
        floor.call(engine -> {
          List<Answer> all = batch(engine, commands);
          for (int i = 0; i < all.size(); i++) {
            sweepAgain(engine, request.member(), orders.get(i), all.get(i));
          }
          return all;
        });
    ArrayNode items = Json.array();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Refused(Refusal refusal)) {
        ObjectNode item = items.addObject();
        ClientOrderId name = orders.get(i).clientOrderId();
        if (name != null) {
          item.put("client_order_id", name.value());
        }
        item.set("error", ApiException.error(refusal));
      } else {
        items.add(placed(((Answer.Placed) answers.get(i)).order()));
      }
    }
    return ApiAnswer.created(Json.object().set("orders", items));
  }

  private static List<Answer> batch(SimulatedEngine engine, List<Command.OrderCommand> commands) {
    return ((Answer.Batch) execute(engine, new Command.Batch(commands))).answers();
  }

  private ApiAnswer cancelBatch(ApiRequest request) {
    List<OrderTarget> targets =
        Fields.of(request).objects("orders").stream()
            .map(fields ->
                new OrderTarget(
                    fields.needParsed("order_id", INVALID, OrderId::of),
                    fields.parsed("market_ticker", INVALID, MarketTicker::of),
                    fields.shard(),
                    fields.subaccount("subaccount")))
            .toList();
    List<Command.OrderCommand> commands = new ArrayList<>();
    for (OrderTarget target : targets) {
      commands.add(new Command.Cancel(request.member(), target));
    }
    List<Answer> answers = floor.call(engine -> batch(engine, commands));
    ArrayNode items = Json.array();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Refused(Refusal refusal)) {
        ObjectNode item = named(targets.get(i).order(), null);
        item.put("reduced_by", Quantity.ZERO.toString());
        item.set("error", ApiException.error(refusal));
        items.add(item);
      } else {
        items.add(canceled(((Answer.Canceled) answers.get(i)).order()));
      }
    }
    return ApiAnswer.ok(Json.object().set("orders", items));
  }

  private ApiAnswer cancel(ApiRequest request) {
    String market = request.query("market_ticker");
    OrderTarget target =
        new OrderTarget(
            id(request),
            market == null ? null : ApiRequest.name(market, MarketTicker::of),
            request.integer("exchange_index", -1, Integer.MAX_VALUE),
            subaccount(request));
    Answer answer = floor.execute(new Command.Cancel(request.member(), target));
    return ApiAnswer.ok(canceled(((Answer.Canceled) checked(answer)).order()));
  }

  static OrderId id(ApiRequest request) {
    return ApiRequest.name(request.part("order_id"), OrderId::of);
  }

  static int subaccount(ApiRequest request) {
    return Objects.requireNonNullElse(request.integer("subaccount", 0, 63), 0);
  }

  private static ObjectNode canceled(CanceledOrder order) {
    ObjectNode node = named(order.id(), order.clientOrderId());
    node.put("reduced_by", order.canceled().toString());
    Instant time = order.time();
    if (time != null) {
      node.put("ts_ms", time.toEpochMilli());
    }
    return node;
  }

  private ApiAnswer cancelAll(ApiRequest request) {
    Integer subaccount = request.integer("subaccount", 0, 63);
    UserId user = request.member();
    Answer answer =
        floor.call(engine -> {
          Answer canceled = execute(engine, new Command.CancelAll(user, subaccount));
          if (!cancelAllReach.isZero()) {
            List<Sweep> before = sweeps.computeIfAbsent(user, member -> new ArrayList<>());
            long reach = cancelAllReach.toNanos() / 1_000;
            before.removeIf(sweep -> sweep.micros() + reach <= engine.timeMicros());
            before.add(new Sweep(engine.timeMicros(), subaccount));
          }
          return canceled;
        });
    checked(answer);
    return ApiAnswer.noContent();
  }

  private ApiAnswer amend(ApiRequest request) {
    Fields fields = Fields.of(request);
    MarketTicker market = fields.needParsed("ticker", INVALID, MarketTicker::of);
    Command.Amend amend =
        new Command.Amend(
            request.member(),
            new OrderTarget(id(request), market, fields.shard(), subaccount(request)),
            market,
            fields.side(),
            fields.price("price"),
            fields.needQuantity("count"),
            fields.parsed("client_order_id", INVALID, ClientOrderId::of),
            fields.parsed("updated_client_order_id", INVALID, ClientOrderId::of),
            expiration(fields.number("expiration_time")));
    AmendedOrder order = ((Answer.Amended) checked(floor.execute(amend))).order();
    ObjectNode node = named(order.id(), order.clientOrderId());
    quantity(node, "remaining_count", order.remaining());
    quantity(node, "fill_count", order.filled());
    dollars(node, "average_fill_price", order.averageFillPrice());
    dollars(node, "average_fee_paid", order.averageFee());
    node.put("ts_ms", order.time().toEpochMilli());
    return ApiAnswer.ok(node);
  }

  private static void quantity(ObjectNode node, String field, @Nullable Quantity quantity) {
    if (quantity != null) {
      node.put(field, quantity.toString());
    }
  }

  /** Absent keeps it, 0 takes it away. */
  private static Amendment.Expiration expiration(@Nullable Long seconds) {
    Instant time = time(seconds);
    if (time == null) {
      return new Amendment.Expiration.Keep();
    }
    return time.equals(Instant.EPOCH)
        ? new Amendment.Expiration.Never()
        : new Amendment.Expiration.At(time);
  }

  private ApiAnswer decrease(ApiRequest request) {
    Fields fields = Fields.of(request);
    OrderTarget target =
        new OrderTarget(
            id(request),
            fields.parsed("market_ticker", INVALID, MarketTicker::of),
            fields.shard(),
            subaccount(request));
    Command.Reduce reduce = new Command.Reduce(request.member(), target, decrease(fields));
    DecreasedOrder order = ((Answer.Decreased) checked(floor.execute(reduce))).order();
    ObjectNode node = named(order.id(), order.clientOrderId());
    node.put("remaining_count", order.remaining().toString());
    node.put("ts_ms", order.time().toEpochMilli());
    return ApiAnswer.ok(node);
  }

  private static Decrease decrease(Fields fields) {
    Quantity by = fields.quantity("reduce_by");
    Quantity to = fields.quantity("reduce_to");
    if (by != null && to == null && !by.isZero()) {
      return new Decrease.By(by);
    }
    if (to != null && by == null) {
      return new Decrease.To(to);
    }
    throw ApiException.unreadable(INVALID, "exactly one of reduce_by and reduce_to is needed");
  }
}
