package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.CancelResult;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.QueuePositionQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrdersTest extends ServerTest {
  private static final String V2 = "/portfolio/events/orders";

  private static LimitOrder order(BookSide side, String price, long contracts) {
    return LimitOrder.goodTillCanceled(
        MARKET, side, Price.of(price), Quantity.ofContracts(contracts));
  }

  private static void refused(ThrowingCallable call, int status, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KalshiApiException.class,
            e -> {
              assertThat(e.status()).isEqualTo(status);
              assertThat(e.code()).contains(code);
            });
  }

  @Test
  void anOrderLivesFromPlacingToCanceling() {
    ClientOrderId name = ClientOrderId.of("first");
    PlacedOrder placed =
        ann.orders().place(order(BookSide.BID, "0.40", 10).withClientOrderId(name));
    assertThat(placed.remaining()).isEqualTo(Quantity.of("10"));
    assertThat(placed.time()).isEqualTo(time.now());
    Order resting = ann.orders().get(placed.id());
    assertThat(resting.clientOrderId()).isEqualTo(name);
    assertThat(resting.status()).isEqualTo(OrderStatus.RESTING);
    ann.orders().amend(Amendment.of(resting, Price.of("0.41"), Quantity.of("8")));
    assertThat(ann.orders().get(placed.id()).price()).isEqualTo(Price.of("0.41"));
    ann.orders().decrease(resting.address(), new Decrease.To(Quantity.of("5")));
    CanceledOrder canceled = ann.orders().cancel(resting.address());
    assertThat(canceled.canceled()).isEqualTo(Quantity.of("5"));
    assertThat(ann.orders().get(placed.id()).status()).isEqualTo(OrderStatus.CANCELED);
    refused(() -> ann.orders().cancel(resting.address()), 404, "not_found");
  }

  @Test
  void twoMembersTrade() {
    PlacedOrder maker = bob.orders().place(order(BookSide.ASK, "0.60", 5));
    PlacedOrder taker = ann.orders().place(order(BookSide.BID, "0.62", 3));
    assertThat(taker.filled()).isEqualTo(Quantity.of("3"));
    assertThat(taker.averageFillPrice()).hasToString("0.600000");
    assertThat(bob.orders().get(maker.id()).filled()).isEqualTo(Quantity.of("3"));
    assertThat(ann.orders().get(taker.id()).status()).isEqualTo(OrderStatus.EXECUTED);
  }

  @Test
  void refusalsHaveTheExchangesCodes() {
    bob.orders().place(order(BookSide.ASK, "0.60", 5).withClientOrderId(ClientOrderId.of("a")));
    refused(
        () -> ann.orders().place(order(BookSide.BID, "0.60", 1).withPostOnly(true)),
        400,
        "invalid_order");
    refused(
        () ->
            bob.orders()
                .place(order(BookSide.ASK, "0.61", 5).withClientOrderId(ClientOrderId.of("a"))),
        409,
        "order_already_exists");
    refused(
        () ->
            ann.orders()
                .place(
                    LimitOrder.fillOrKill(
                        MARKET, BookSide.BID, Price.of("0.60"), Quantity.of("6"))),
        409,
        "fill_or_kill_insufficient_resting_volume");
    refused(
        () -> ann.orders().place(order(BookSide.BID, "0.50", 1_000_000)),
        400,
        "insufficient_balance");
  }

  @Test
  void aBatchAnswersEachOrder() {
    List<PlaceResult> placed =
        ann.orders()
            .placeAll(
                List.of(order(BookSide.BID, "0.40", 1), order(BookSide.BID, "0.41", 1_000_000)));
    assertThat(placed.get(0)).isInstanceOf(PlaceResult.Placed.class);
    assertThat(placed.get(1)).isInstanceOf(PlaceResult.Refused.class);
    Order resting = ann.orders().list(OrderQuery.ALL).items().getFirst();
    OrderAddress unknown = new OrderAddress(OrderId.of("none"), MARKET, null, 0);
    List<CancelResult> canceled = ann.orders().cancelAll(List.of(resting.address(), unknown));
    assertThat(canceled.get(0)).isInstanceOf(CancelResult.Canceled.class);
    assertThat(canceled.get(1)).isInstanceOf(CancelResult.Refused.class);
  }

  @Test
  void listsOrdersPageByPageTheNewestFirst() {
    for (int i = 1; i <= 7; i++) {
      ann.orders().place(order(BookSide.BID, "0.40", i));
    }
    bob.orders().place(order(BookSide.BID, "0.30", 1));
    assertThat(ann.orders().all(OrderQuery.ALL.withLimit(3)).toList())
        .extracting(order -> order.initial().hundredths() / 100)
        .containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(ann.orders().queuePositions(QueuePositionQuery.ALL.withMarkets(List.of(MARKET))))
        .hasSize(7);
    ann.orders().cancelEverything();
    assertThat(ann.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))).isEmpty();
    assertThat(bob.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))).hasSize(1);
  }

  @Test
  void whatRestsAheadIsTheQueuePosition() {
    bob.orders().place(order(BookSide.BID, "0.40", 7));
    PlacedOrder placed = ann.orders().place(order(BookSide.BID, "0.40", 1));
    assertThat(ann.orders().queuePosition(placed.id())).isEqualTo(Quantity.of("7"));
  }

  @Test
  void ordersOfOthersAreNotThere() {
    PlacedOrder placed = bob.orders().place(order(BookSide.BID, "0.40", 7));
    refused(() -> ann.orders().get(placed.id()), 404, "not_found");
    refused(() -> ann.orders().get(OrderId.of("none")), 404, "not_found");
  }

  @Test
  void bodiesThatCannotBeReadAreRefused() throws Exception {
    String good =
        "{\"ticker\":\""
            + MARKET
            + "\",\"side\":\"bid\",\"count\":\"1\",\"price\":\"0.40\","
            + "\"time_in_force\":\"good_till_canceled\","
            + "\"self_trade_prevention_type\":\"taker_at_cross\"}";
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "nonsense",
            "{}",
            "[".repeat(5000),
            good.replace("\"1\"", "1"),
            good.replace("\"0.40\"", "0.40"),
            good.replace("0.40", "0.40001"),
            good.replace("0.40", "0.405"),
            good.replace("\"1\"", "\"-1\""),
            good.replace("\"1\"", "\"" + "9".repeat(400) + "\""),
            good.replace("bid", "buy"),
            good.replace("}", ",\"post_only\":\"yes\"}"),
            good.replace("}", ",\"expiration_time\":1e300}"),
            good.replace("}", ",\"expiration_time\":9223372036854775807}"),
            good.replace("}", ",\"subaccount\":64}"))) {
      HttpResponse<String> answer = signed("POST", V2, body);
      String shown = body.substring(0, Math.min(300, body.length()));
      assertThat(answer.statusCode()).as(shown).isEqualTo(400);
      assertThat(answer.body()).as(shown).contains("\"code\":\"");
    }
    assertThat(signed("POST", V2, good).statusCode()).isEqualTo(201);
    assertThat(signed("POST", V2, good.replace(MARKET.value(), "KXNO")).statusCode())
        .isEqualTo(404);
    assertThat(signed("POST", V2 + "/batched", "{\"orders\":[1]}").statusCode()).isEqualTo(400);
    assertThat(ann.orders().list(OrderQuery.ALL).items()).hasSize(1);
  }

  @Test
  void theOldOrderEndpointsAreGone() throws Exception {
    HttpResponse<String> answer = signed("POST", "/portfolio/orders", "{}");
    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("deprecated_v1_order_endpoint");
  }

  @Test
  void anUnknownMarketTakesNoOrder() {
    LimitOrder order =
        LimitOrder.goodTillCanceled(
            MarketTicker.of("KXNO-1-2"), BookSide.BID, Price.of("0.40"), Quantity.of("1"));
    refused(() -> ann.orders().place(order), 404, "not_found");
  }
}
