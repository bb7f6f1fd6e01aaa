package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class OrdersCommandTest {
  private static final String OPERATION = "GET /portfolio/orders";
  private final LocalExchange exchange = new LocalExchange();

  @AfterEach
  void close() {
    exchange.close();
  }

  private ReceivedRequest request() {
    return exchange.requests().getFirst();
  }

  @Test
  void listsOrdersInATable() {
    exchange.on(
        OPERATION,
        Answers.orders(
            "",
            Answers.order("69dfcb07-2307-41f2-ad6d-ae1ab92fffbf", "bid", "0.4200", "resting"),
            Answers.order("7e4e72c5-35a1-4954-ae22-3b9dbddac9a3", "ask", "0.6000", "resting")));

    assertThat(exchange.run("orders").succeeds().out())
        .isEqualTo(
            """
            custom, %s

            MARKET                SIDE   PRICE  REMAINING  FILLED  STATUS   CREATED               ORDER
            KXHIGHNY-26JUL04-T85  bid   0.4200       7.50    2.50  resting  2026-07-03T09:15:00Z  69dfcb07-2307-41f2-ad6d-ae1ab92fffbf
            KXHIGHNY-26JUL04-T85  ask   0.6000       7.50    2.50  resting  2026-07-03T09:15:00Z  7e4e72c5-35a1-4954-ae22-3b9dbddac9a3
            """
                .formatted(exchange.baseUrl()));
    assertThat(request().query("status")).containsExactly("resting");
    assertThat(request().isSigned()).isTrue();
  }

  @Test
  void passesItsFiltersOn() {
    exchange.on(OPERATION, Answers.orders(""));

    String out =
        exchange
            .run("orders", "--status", "executed", "--market", "KXHIGHNY-26JUL04-T85")
            .succeeds()
            .out();

    assertThat(out).endsWith("\nThere is no such order.\n");
    assertThat(request().query("status")).containsExactly("executed");
    assertThat(request().query("ticker")).containsExactly("KXHIGHNY-26JUL04-T85");
  }

  @Test
  void asksForAllStatusesWhereAllAreMeant() {
    exchange.on(OPERATION, Answers.orders(""));

    exchange.run("orders", "--status", "all").succeeds();

    assertThat(request().query("status")).isEmpty();
  }

  @Test
  void describesOrdersInJson() {
    exchange.on(OPERATION, Answers.orders("", Answers.order("o-1", "ask", "0.6000", "canceled")));

    JsonNode json = exchange.run("orders", "--json").succeeds().json();

    assertThat(json.propertyNames()).containsExactly("environment", "baseUrl", "orders", "more");
    JsonNode order = json.at("/orders/0");
    assertThat(order.get("orderId").asString()).isEqualTo("o-1");
    assertThat(order.get("market").asString()).isEqualTo("KXHIGHNY-26JUL04-T85");
    assertThat(order.get("side").asString()).isEqualTo("ask");
    assertThat(order.get("outcome").asString()).isEqualTo("no");
    assertThat(order.get("status").asString()).isEqualTo("canceled");
    assertThat(order.get("price").asString()).isEqualTo("0.6000");
    assertThat(order.get("initial").asString()).isEqualTo("10.00");
    assertThat(order.get("filled").asString()).isEqualTo("2.50");
    assertThat(order.get("remaining").asString()).isEqualTo("7.50");
    assertThat(order.get("makerFees").asString()).isEqualTo("0.010000");
    assertThat(order.get("createdTime").asString()).isEqualTo("2026-07-03T09:15:00.123456Z");
    assertThat(order.get("expirationTime").isNull()).isTrue();
    assertThat(order.get("selfTradePrevention").asString()).isEqualTo("taker_at_cross");
    assertThat(order.get("cancelOnPause").asBoolean()).isFalse();
  }

  @Test
  void goesOverAsManyPagesAsTheLimitTakes() {
    exchange.on(
        OPERATION,
        Reply.json(Answers.orders("more", Answers.order("o-1", "bid", "0.4200", "resting"))),
        Reply.json(Answers.orders("", Answers.order("o-2", "bid", "0.4100", "resting"))));

    JsonNode json = exchange.run("orders", "--limit", 2, "--json").succeeds().json();

    assertThat(json.get("orders").valueStream().map(o -> o.get("orderId").asString()))
        .containsExactly("o-1", "o-2");
    assertThat(json.get("more").asBoolean()).isFalse();
  }
}
