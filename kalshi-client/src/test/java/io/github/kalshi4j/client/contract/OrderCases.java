package io.github.kalshi4j.client.contract;

import static io.github.kalshi4j.client.contract.OperationCase.doing;
import static io.github.kalshi4j.client.contract.Samples.CLIENT_ORDER;
import static io.github.kalshi4j.client.contract.Samples.COUNT;
import static io.github.kalshi4j.client.contract.Samples.CURSOR;
import static io.github.kalshi4j.client.contract.Samples.EVENT;
import static io.github.kalshi4j.client.contract.Samples.EXPIRATION;
import static io.github.kalshi4j.client.contract.Samples.GROUP;
import static io.github.kalshi4j.client.contract.Samples.MARKET;
import static io.github.kalshi4j.client.contract.Samples.MARKETS;
import static io.github.kalshi4j.client.contract.Samples.ORDER;
import static io.github.kalshi4j.client.contract.Samples.PRICE;
import static io.github.kalshi4j.client.contract.Samples.TIME;

import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.CancelScope;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.QueuePositionQuery;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;

/** The operations of {@code orders()}. */
final class OrderCases {
  private static final OrderAddress ADDRESS = new OrderAddress(ORDER, MARKET, 2, 3);

  /** A market whose shard no answer has told. */
  private static final MarketTicker UNSEEN = MarketTicker.of("KXUNSEEN-26-T1");

  private static final OrderAddress SHARD = OrderAddress.onShard(2, ORDER);
  private static final LimitOrder RESTING =
      LimitOrder.goodTillCanceled(MARKET, BookSide.BID, PRICE, COUNT)
          .withClientOrderId(CLIENT_ORDER)
          .withPostOnly(true)
          .withCancelOnPause(true)
          .withExpiration(EXPIRATION)
          .withSubaccount(3)
          .withOrderGroup(GROUP)
          .withExchangeIndex(2);
  private static final LimitOrder TAKING =
      LimitOrder.immediateOrCancel(MARKET, BookSide.ASK, PRICE, COUNT)
          .withClientOrderId(CLIENT_ORDER)
          .withSelfTradePrevention(SelfTradePrevention.MAKER)
          .withReduceOnly(true);
  private static final LimitOrder LEAST = LimitOrder.fillOrKill(MARKET, BookSide.BID, PRICE, COUNT);

  static final List<OperationCase> ALL =
      List.of(
          OperationCase.of(
              "CreateOrderV2", c -> c.orders().place(RESTING), c -> c.orders().place(LEAST)),
          OperationCase.of("CreateOrderV2.2", c -> c.orders().place(TAKING)),
          OperationCase.of(
              "BatchCreateOrdersV2",
              c -> c.orders().placeAll(List.of(RESTING)),
              c -> c.orders().placeAll(List.of(LEAST))),
          OperationCase.of("BatchCreateOrdersV2.2", c -> c.orders().placeAll(List.of(TAKING))),
          OperationCase.of(
              "CancelOrderV2", c -> c.orders().cancel(ADDRESS), c -> c.orders().cancel(SHARD)),
          OperationCase.of(
              "CancelOrderV2.2", c -> c.orders().cancel(OrderAddress.in(UNSEEN, ORDER))),
          OperationCase.of(
              "BatchCancelOrdersV2",
              c -> c.orders().cancelAll(List.of(ADDRESS)),
              c -> c.orders().cancelAll(List.of(SHARD))),
          OperationCase.of("BatchCancelOrdersV2.2", c -> c.orders().cancelAll(List.of(ADDRESS))),
          OperationCase.of(
              "CancelAllOrders",
              doing(c -> c.orders().cancelEverything(CancelScope.ofSubaccount(3))),
              doing(c -> c.orders().cancelEverything())),
          OperationCase.of(
              "AmendOrderV2",
              c ->
                  c.orders()
                      .amend(
                          Amendment.of(ADDRESS, MARKET, BookSide.BID, PRICE, COUNT)
                              .withClientOrderId(CLIENT_ORDER)
                              .withNewClientOrderId(ClientOrderId.of("quote-2"))
                              .withExpiration(EXPIRATION)),
              c ->
                  c.orders()
                      .amend(
                          Amendment.of(
                              OrderAddress.in(MARKET, ORDER), MARKET, BookSide.BID, PRICE, COUNT))),
          OperationCase.of(
              "DecreaseOrderV2",
              c -> c.orders().decrease(ADDRESS, Decrease.by(COUNT)),
              c -> c.orders().decrease(SHARD, Decrease.by(COUNT))),
          OperationCase.of(
              "DecreaseOrderV2.2", c -> c.orders().decrease(ADDRESS, Decrease.to(COUNT))),
          OperationCase.of("GetOrder", c -> c.orders().get(ORDER)),
          OperationCase.of(
              "GetOrders",
              c ->
                  c.orders()
                      .list(
                          OrderQuery.ALL
                              .withMarket(MARKET)
                              .withEvents(List.of(EVENT))
                              .withStatus(OrderStatus.RESTING)
                              .from(TIME)
                              .to(TIME)
                              .withSubaccount(3)
                              .withExchangeIndex(2)
                              .withLimit(50)
                              .withCursor(CURSOR)),
              c -> c.orders().list(OrderQuery.ALL)),
          OperationCase.of("GetOrderQueuePosition", c -> c.orders().queuePosition(ORDER)),
          OperationCase.of(
              "GetOrderQueuePositions",
              c ->
                  c.orders()
                      .queuePositions(
                          QueuePositionQuery.ALL
                              .withMarkets(MARKETS)
                              .withEvent(EVENT)
                              .withSubaccount(3)),
              c -> c.orders().queuePositions(QueuePositionQuery.ALL)));

  private OrderCases() {}
}
