package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.fault.Fault;
import io.github.kalshi4j.simulator.fault.RequestEffect;
import io.github.kalshi4j.simulator.fault.RequestFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestFaultsTest extends ServerTest {
  private static final String ORDERS = "/portfolio/events/orders";
  private static final ClientOrderId NAME = ClientOrderId.of("once");

  private static LimitOrder order() {
    return LimitOrder.goodTillCanceled(
            MARKET, BookSide.BID, Price.of("0.40"), Quantity.ofContracts(10))
        .withClientOrderId(NAME);
  }

  /** A client that asks again where it may, without waiting in between. */
  private KalshiClient patient() {
    return KalshiClient.connect(
        ClientConfig.of(exchange.baseUrl()).withAttempts(4).withTime(ManualTimeSource.advancing()),
        annsKey);
  }

  @Test
  void anOrderWhoseAnswerIsLostIsThereOnce() {
    ActiveFault fault =
        exchange.faults().add(RequestFault.of(RequestEffect.ANSWER_LOST).on("POST", ORDERS));
    assertThatThrownBy(() -> ann.orders().place(order()))
        .isInstanceOfSatisfying(
            OrderOutcomeUnknownException.class, e -> assertThat(e.clientOrderId()).isEqualTo(NAME));
    assertThat(ann.orders().all(OrderQuery.ALL))
        .extracting(Order::clientOrderId)
        .containsOnly(NAME);
    assertThat(fault.struck()).isEqualTo(1);
  }

  @Test
  void anOrderThatIsLostIsNotThere() {
    exchange.faults().add(RequestFault.of(RequestEffect.REQUEST_LOST).on("POST", ORDERS).next(1));
    assertThatThrownBy(() -> ann.orders().place(order()))
        .isInstanceOf(OrderOutcomeUnknownException.class);
    assertThat(ann.orders().all(OrderQuery.ALL)).isEmpty();
    ann.orders().place(order());
    assertThat(ann.orders().all(OrderQuery.ALL)).hasSize(1);
  }

  @Test
  void anAnswerIsLate() throws Exception {
    Duration delay = Duration.ofSeconds(3);
    exchange.faults().add(RequestFault.of(RequestEffect.answersLate(delay)).on("POST", ORDERS));
    var placed = CompletableFuture.supplyAsync(() -> ann.orders().place(order()));
    time.awaitSleep(delay);
    while (bob.markets().orderBook(MARKET).bestBid().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(placed).isNotDone();
    time.advance(delay);
    assertThat(placed.get(20, TimeUnit.SECONDS).remaining()).isEqualTo(Quantity.of("10"));
  }

  @Test
  void readsSurviveAStormOfRefusals() {
    ActiveFault busy = exchange.faults().add(RequestFault.of(RequestEffect.UNAVAILABLE).next(2));
    ActiveFault full =
        exchange.faults().add(RequestFault.of(RequestEffect.TOO_MANY_REQUESTS).next(1));
    try (KalshiClient client = patient()) {
      assertThat(client.markets().get(MARKET).ticker()).isEqualTo(MARKET);
    }
    assertThat(busy.isOver()).isTrue();
    assertThat(full.isOver()).isTrue();
  }

  @Test
  void anOrderIsSentAgainAfter429ButNotAfter503() {
    ActiveFault full =
        exchange
            .faults()
            .add(RequestFault.of(RequestEffect.TOO_MANY_REQUESTS).on("POST", ORDERS).next(2));
    try (KalshiClient client = patient()) {
      client.orders().place(order());
      assertThat(full.struck()).isEqualTo(2);
      ActiveFault busy =
          exchange
              .faults()
              .add(RequestFault.of(RequestEffect.UNAVAILABLE).on("POST", ORDERS).next(2));
      assertThatThrownBy(
              () -> client.orders().place(order().withClientOrderId(ClientOrderId.of("2"))))
          .isInstanceOf(OrderOutcomeUnknownException.class);
      assertThat(busy.struck()).isEqualTo(1);
    }
  }

  @Test
  void oneSeedStrikesTheSameRequests() throws Exception {
    List<Integer> first = statusesOf(7);
    assertThat(statusesOf(7)).isEqualTo(first).contains(200, 503);
    assertThat(statusesOf(8)).isNotEqualTo(first);
  }

  private List<Integer> statusesOf(long seed) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    RequestFault half =
        RequestFault.of(RequestEffect.UNAVAILABLE).on("GET", "/exchange/status").withShare(0.5);
    try (ActiveFault fault = exchange.faults().add(half.withSeed(seed))) {
      for (int i = 0; i < 30; i++) {
        statuses.add(send("GET", "/exchange/status", "").statusCode());
      }
      assertThat(fault.seen()).isEqualTo(30);
    }
    return statuses;
  }

  @Test
  void aFaultStrikesOnlyWhatItIsAimedAt() {
    exchange
        .faults()
        .add(
            RequestFault.of(RequestEffect.UNAVAILABLE).on("GET", "/portfolio/orders/{id}").of(ANN));
    OrderId bobs = bob.orders().place(order()).id();
    OrderId anns = ann.orders().place(order()).id();
    assertThat(bob.orders().get(bobs).id()).isEqualTo(bobs);
    assertThat(ann.orders().all(OrderQuery.ALL)).hasSize(1);
    assertThatThrownBy(() -> ann.orders().get(anns))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(503));
    exchange.faults().clear();
    assertThat(ann.orders().get(anns).id()).isEqualTo(anns);
  }

  @Test
  void aClientFollowsTheExchangesClock() throws Exception {
    Duration slow = Duration.ofMinutes(-1);
    try (ActiveFault skew = exchange.faults().add(new Fault.ClockSkew(slow))) {
      assertThat(send("GET", "/exchange/status", "").headers().firstValue("Date"))
          .contains("Sat, 4 Jul 2026 13:59:01 GMT");
      assertThat(signed("GET", "/account/limits", "").body()).contains("header_timestamp_expired");
      assertThat(ann.account().limits().usageTier()).isEqualTo("prestige");
      assertThat(ann.clockOffset()).isBetween(slow.minusSeconds(1), slow.plusSeconds(1));
      assertThat(exchange.faults().list()).containsExactly(skew);
    }
    assertThat(signed("GET", "/account/limits", "").statusCode()).isEqualTo(200);
    assertThat(exchange.faults().list()).isEmpty();
  }

  @Test
  void readsAreLate() {
    OrderId placed;
    try (ActiveFault stale = exchange.faults().add(new Fault.StaleReads(Duration.ofSeconds(2)))) {
      placed = ann.orders().place(order()).id();
      assertThat(ann.orders().all(OrderQuery.ALL)).isEmpty();
      time.advance(Duration.ofSeconds(2));
      assertThat(ann.orders().get(placed).id()).isEqualTo(placed);
      assertThat(exchange.faults().list()).containsExactly(stale);
      ann.orders().cancel(OrderAddress.in(MARKET, placed));
      assertThat(ann.orders().get(placed).status()).isEqualTo(OrderStatus.RESTING);
    }
    assertThat(ann.orders().get(placed).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void aPauseIsACommand() {
    done(new Command.Pause(0, Command.PauseScope.TRADING));
    assertThatThrownBy(() -> ann.orders().place(order()))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.code()).contains("trading_paused"));
    done(new Command.Resume(0, Command.PauseScope.TRADING));
    assertThat(ann.orders().place(order()).remaining()).isEqualTo(Quantity.of("10"));
  }
}
