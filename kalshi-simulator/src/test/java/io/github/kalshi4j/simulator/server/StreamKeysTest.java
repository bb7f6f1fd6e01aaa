package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.apikey.ApiKeyType;
import io.github.kalshi4j.client.apikey.GeneratedApiKey;
import io.github.kalshi4j.client.apikey.NewApiKey;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a key with fewer rights hears on the stream. */
class StreamKeysTest extends ServerTest {
  private static final String LIST = "{\"id\":9,\"cmd\":\"list_subscriptions\"}";

  private GeneratedApiKey generate(NewApiKey key) {
    return ann.apiKeys().generate(key, ApiKeyType.ED25519);
  }

  private RawStream open(Credentials key) {
    return RawStream.open(exchange.streamUrl(), RawStream.headers(key, time.now()));
  }

  private RawStream ofSubaccountOne() {
    exchange.execute(new Command.OpenSubaccount(ANN, 0));
    done(new Command.Deposit(new AccountId(ANN, 1, 0), Money.ofDollars(50)));
    return open(generate(NewApiKey.of("one", ApiKeyScope.READ).withSubaccount(1)).credentials());
  }

  private static String subscribe(String... channels) {
    return "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\""
        + String.join("\",\"", channels)
        + "\"],\"market_ticker\":\""
        + MARKET
        + "\"}}";
  }

  private void place(String price, int subaccount) throws Exception {
    String body = bid(",\"subaccount\":" + subaccount).replace("0.0100", price);
    assertThat(signed("POST", "/portfolio/events/orders", body).statusCode()).isEqualTo(201);
  }

  private static JsonNode message(RawStream stream) throws InterruptedException {
    return stream.nextJson().get("msg");
  }

  @Test
  void aKeyOfOneSubaccountHearsOfThatOneOnly() throws Exception {
    try (RawStream one = ofSubaccountOne()) {
      one.ask(subscribe("user_orders"));
      place("0.0200", 0);
      place("0.0300", 1);
      JsonNode order = message(one);
      assertThat(order.get("subaccount_number").intValue()).isEqualTo(1);
      assertThat(order.get("yes_price_dollars").stringValue()).isEqualTo("0.0300");
    }
  }

  @Test
  void aKeyOfOneSubaccountHearsOfItsFillsAndPositionsOnly() throws Exception {
    try (RawStream one = ofSubaccountOne()) {
      one.ask(subscribe("fill"));
      one.ask(subscribe("market_positions"));
      place("0.4000", 0);
      place("0.3000", 1);
      bob.orders()
          .place(
              LimitOrder.goodTillCanceled(
                  MARKET, BookSide.ASK, Price.of("0.3000"), Quantity.ofContracts(2)));
      JsonNode fill = message(one);
      assertThat(fill.get("subaccount").intValue()).isEqualTo(1);
      assertThat(fill.get("yes_price_dollars").stringValue()).isEqualTo("0.3000");
      JsonNode position = message(one);
      assertThat(position.get("subaccount").intValue()).isEqualTo(1);
      assertThat(position.get("position_fp").stringValue()).isEqualTo("1.00");
    }
  }

  @Test
  void aKeyOfOneSubaccountSeesTheWholeBookWithoutItsSiblingsNames() throws Exception {
    try (RawStream one = ofSubaccountOne()) {
      one.ask(subscribe("orderbook_delta"));
      one.next(); // the snapshot
      place("0.0200", 0);
      place("0.0300", 1);
      assertThat(message(one).has("subaccount")).as("a sibling's").isFalse();
      assertThat(message(one).get("subaccount").intValue()).isEqualTo(1);
    }
  }

  @Test
  void withoutTheScopeReadNothingIsToldOfOnesOwn() throws Exception {
    Credentials trader = generate(NewApiKey.of("trader", ApiKeyScope.WRITE_TRADE)).credentials();
    try (RawStream stream = open(trader)) {
      for (String channel :
          new String[] {
            "fill", "user_orders", "market_positions", "order_group_updates", "communications"
          }) {
        assertThat(stream.ask(subscribe(channel)))
            .as(channel)
            .isEqualTo(
                "{\"type\":\"error\",\"id\":1,"
                    + "\"msg\":{\"code\":9,\"msg\":\"Authentication required\"}}\n");
      }
      assertThat(stream.ask(subscribe("fill", "orderbook_delta"))).contains("\"subscribed\"");
      assertThat(stream.next()).contains("\"code\":9");
      assertThat(stream.next()).contains("orderbook_snapshot");
      place("0.0200", 0);
      assertThat(message(stream).has("subaccount")).isFalse();
      assertThat(stream.ask(LIST)).contains("[{\"channel\":\"orderbook_delta\",\"sid\":1}]");
    }
  }

  @Test
  void aConnectionOutlivesItsKeyButNoOtherIsMadeWithIt() throws Exception {
    GeneratedApiKey key = generate(NewApiKey.of("short", ApiKeyScope.READ));
    try (RawStream stream = open(key.credentials())) {
      stream.ask(subscribe("user_orders"));
      ann.apiKeys().delete(key.id());
      place("0.0200", 0);
      assertThat(stream.next()).contains("\"user_order\"");
      assertThatThrownBy(() -> open(key.credentials()))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
  }
}
