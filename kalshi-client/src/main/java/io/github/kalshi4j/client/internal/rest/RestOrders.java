package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.internal.rate.Billing;
import io.github.kalshi4j.client.order.AmendedOrder;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.CancelResult;
import io.github.kalshi4j.client.order.CancelScope;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.DecreasedOrder;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrdersApi;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.QueuePosition;
import io.github.kalshi4j.client.order.QueuePositionQuery;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our orders, over REST. */
public final class RestOrders implements OrdersApi {
  /** The fixed paths of writes, whose signatures can be made ahead. */
  public static final List<String> FIXED_WRITES =
      List.of(
          "POST /portfolio/events/orders",
          "POST /portfolio/events/orders/batched",
          "DELETE /portfolio/events/orders/batched",
          "DELETE /portfolio/events/orders");

  private static final Operation PLACE = Operation.signed(FIXED_WRITES.get(0));
  private static final Operation PLACE_ALL = Operation.signed(FIXED_WRITES.get(1));
  private static final Operation CANCEL_ALL = Operation.signed(FIXED_WRITES.get(2));
  private static final Operation CANCEL_EVERYTHING = Operation.signed(FIXED_WRITES.get(3));
  private static final Operation CANCEL =
      Operation.signed("DELETE /portfolio/events/orders/{order_id}");
  private static final Operation AMEND =
      Operation.signed("POST /portfolio/events/orders/{order_id}/amend");
  private static final Operation DECREASE =
      Operation.signed("POST /portfolio/events/orders/{order_id}/decrease");
  private static final Operation GET = Operation.signed("GET /portfolio/orders/{order_id}");
  private static final Operation LIST = Operation.signed("GET /portfolio/orders");
  private static final Operation ARCHIVE = Operation.signed("GET /historical/orders");
  private static final Operation QUEUE_POSITION =
      Operation.signed("GET /portfolio/orders/{order_id}/queue_position");
  private static final Operation QUEUE_POSITIONS =
      Operation.signed("GET /portfolio/orders/queue_positions");

  /** Batches draw from the bucket that belongs to no shard, which is that of shard 0. */
  private static final Billing UNSCOPED = Billing.write(0);

  /** The most by which the exchange's clock and what we know of it may differ. */
  private static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);

  private final Caller caller;
  private final Shards shards;

  public RestOrders(Caller caller, Shards shards) {
    this.caller = caller;
    this.shards = shards;
  }

  @Override
  public PlacedOrder place(LimitOrder order, WriteLane lane) {
    LimitOrder named = named(order);
    Integer shard = shards.of(order.exchangeIndex(), order.market());
    return caller
        .place(
            Call.of(PLACE).withBody(CreateOrder.of(named, shard)).billed(billing(shard), lane),
            PlacedOrder.class,
            List.of(placed(named)))
        .named(placed(named).clientOrderId());
  }

  @Override
  public List<PlaceResult> placeAll(List<LimitOrder> orders, WriteLane lane) {
    List<LimitOrder> named = orders.stream().map(RestOrders::named).toList();
    requireSome(orders);
    Set<ClientOrderId> ids = new HashSet<>();
    for (LimitOrder order : named) {
      if (order.clientOrderId() != null && !ids.add(order.clientOrderId())) {
        throw new IllegalArgumentException(
            "two orders of a batch have the client order id " + order.clientOrderId());
      }
    }
    List<CreateOrder> bodies =
        named.stream()
            .map(o -> CreateOrder.of(o, shards.of(o.exchangeIndex(), o.market())))
            .toList();
    Instant sentAt = caller.exchangeTime();
    PlaceAnswers answers =
        caller.place(
            Call.of(PLACE_ALL)
                .withBody(new CreateOrders(bodies))
                .billed(UNSCOPED, lane)
                .ofItems(orders.size()),
            PlaceAnswers.class,
            named.stream().map(RestOrders::placed).toList());
    return answers.inOrderOf(named, sentAt, caller.exchangeTime().plus(caller.timeout()));
  }

  @Override
  public CanceledOrder cancel(OrderAddress order) {
    Integer shard = shards.of(order.exchangeIndex(), order.market());
    return caller.write(
        Call.of(CANCEL, order.order())
            .with("market_ticker", order.market())
            .with("exchange_index", shard)
            .with("subaccount", nonPrimary(order))
            .billed(billing(shard), WriteLane.CANCEL),
        CanceledOrder.class);
  }

  @Override
  public List<CancelResult> cancelAll(List<OrderAddress> orders) {
    requireSome(orders);
    List<CancelOrder> bodies =
        orders.stream()
            .map(o -> CancelOrder.of(o, shards.of(o.exchangeIndex(), o.market())))
            .toList();
    return caller
        .write(
            Call.of(CANCEL_ALL)
                .withBody(new CancelOrders(bodies))
                .billed(UNSCOPED, WriteLane.CANCEL)
                .ofItems(orders.size()),
            CancelAnswers.class)
        .inOrderOf(orders);
  }

  @Override
  public void cancelEverything(CancelScope scope) {
    caller.write(
        Call.of(CANCEL_EVERYTHING)
            .with("subaccount", scope.subaccount())
            .billed(Billing.WRITE_EVERYWHERE, WriteLane.CANCEL));
  }

  @Override
  public AmendedOrder amend(Amendment amendment, WriteLane lane) {
    OrderAddress order = amendment.order();
    Integer shard = shards.of(order.exchangeIndex(), amendment.market());
    return caller.write(
        Call.of(AMEND, order.order())
            .with("subaccount", nonPrimary(order))
            .withBody(AmendOrder.of(amendment, shard))
            .billed(billing(shard), lane),
        AmendedOrder.class);
  }

  @Override
  public DecreasedOrder decrease(OrderAddress order, Decrease decrease) {
    Integer shard = shards.of(order.exchangeIndex(), order.market());
    return caller.write(
        Call.of(DECREASE, order.order())
            .with("subaccount", nonPrimary(order))
            .withBody(DecreaseOrder.of(order, decrease, shard))
            .billed(billing(shard), WriteLane.CANCEL),
        DecreasedOrder.class);
  }

  @Override
  public Order get(OrderId order) {
    return learned(caller.read(Call.of(GET, order), OrderAnswer.class).order());
  }

  @Override
  public Page<Order> list(OrderQuery query) {
    return page(LIST, query);
  }

  @Override
  public Stream<Order> all(OrderQuery query) {
    return Pages.all(query, this::list, Order::id);
  }

  @Override
  public Quantity queuePosition(OrderId order) {
    return caller.read(Call.of(QUEUE_POSITION, order), QueueAnswer.class).queuePosition();
  }

  @Override
  public List<QueuePosition> queuePositions(QueuePositionQuery query) {
    return caller.read(Call.of(QUEUE_POSITIONS).with(query), QueueAnswers.class).queuePositions();
  }

  @Override
  public Resolution resolve(UnresolvedOrder order) {
    // How new the answers are is read first: orders that are read later are at least as new.
    Instant asOf = new RestExchange(caller).userDataTimestamp();
    OrderQuery query =
        OrderQuery.ALL.withMarket(order.market()).from(order.sentAt().minus(CLOCK_MARGIN));
    // Live before archived: an order that moves meanwhile is seen in one of them at least.
    for (Operation tier : List.of(LIST, ARCHIVE)) {
      Order found =
          Pages.all(query, q -> page(tier, q), Order::id)
              .filter(o -> order.clientOrderId().equals(o.clientOrderId()))
              .findFirst()
              .orElse(null);
      if (found != null) {
        return new Resolution.Found(found);
      }
    }
    return asOf.isAfter(order.arrivesBefore())
        ? new Resolution.NotPlaced()
        : new Resolution.StillUnknown();
  }

  private Page<Order> page(Operation tier, OrderQuery query) {
    OrdersAnswer answer = caller.read(Call.of(tier).with(query), OrdersAnswer.class);
    answer.orders().forEach(this::learned);
    return new Page<>(answer.orders(), answer.cursor());
  }

  private Order learned(Order order) {
    shards.learn(order.market(), order.exchangeIndex());
    return order;
  }

  private static LimitOrder named(LimitOrder order) {
    return order.clientOrderId() != null
        ? order
        : order.withClientOrderId(ClientOrderId.of(UUID.randomUUID().toString()));
  }

  private static Caller.Placed placed(LimitOrder named) {
    return new Caller.Placed(Objects.requireNonNull(named.clientOrderId()), named.market());
  }

  /** One write draws from its shard; one that must be routed draws from all. */
  private static Billing billing(@Nullable Integer shard) {
    return shard == null ? Billing.WRITE_EVERYWHERE : Billing.write(shard);
  }

  static @Nullable Integer nonPrimary(OrderAddress order) {
    return order.subaccount() == 0 ? null : order.subaccount();
  }

  private static void requireSome(List<?> orders) {
    if (orders.isEmpty()) {
      throw new IllegalArgumentException("a batch of no orders");
    }
  }

  record OrderAnswer(Order order) {}

  record OrdersAnswer(List<Order> orders, @Nullable String cursor) {}

  record QueueAnswer(@JsonProperty("queue_position_fp") Quantity queuePosition) {}

  record QueueAnswers(List<QueuePosition> queuePositions) {}
}
