package io.github.kalshi4j.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SimulatedExchangeTest(markets = "KXHIGHNY-26JUL04-T85", cash = "500")
class OneForEachTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  private static final Queue<URI> SEEN = new ConcurrentLinkedQueue<>();

  static LimitOrder order(MarketTicker market, BookSide side) {
    return LimitOrder.goodTillCanceled(market, side, Price.of("0.40"), Quantity.ofContracts(2));
  }

  @BeforeEach
  void findsNothing(KalshiClient client) {
    assertThat(client.orders().all(OrderQuery.ALL)).isEmpty();
  }

  @AfterEach
  void remember(SimulatedExchange exchange) {
    SEEN.add(exchange.baseUrl());
  }

  @AfterAll
  static void allAreClosed() {
    assertThat(SEEN).isNotEmpty();
    assertThat(SEEN)
        .allSatisfy(url ->
            assertThatThrownBy(() -> new Socket("127.0.0.1", url.getPort()).close())
                .isInstanceOf(IOException.class));
  }

  @RepeatedTest(3)
  void eachTestHasAnExchangeOfItsOwn(KalshiClient client) {
    client.orders().place(order(MARKET, BookSide.BID));
    assertThat(client.orders().all(OrderQuery.ALL)).hasSize(1);
  }

  @Test
  void membersTradeWithEachOther(KalshiClient client, @Member("bob") KalshiClient bob) {
    PlacedOrder maker = bob.orders().place(order(MARKET, BookSide.ASK));
    client.orders().place(order(MARKET, BookSide.BID));
    assertThat(bob.orders().get(maker.id()).filled()).isEqualTo(Quantity.of("2"));
    assertThat(client.portfolio().balance().available()).isLessThan(Money.ofDollars(2000));
  }

  @Test
  void aClientOfOnesOwnHasTheSameMoney(
      ClientConfig address, Credentials credentials, KalshiClient client) {
    try (KalshiClient own = KalshiClient.connect(address.withAttempts(1), credentials)) {
      assertThat(own.portfolio().balance()).isEqualTo(client.portfolio().balance());
    }
  }

  @Nested
  class Inside {
    @Test
    void nestedTestsHaveOneToo(KalshiClient client) {
      assertThat(client.markets().get(MARKET).ticker()).isEqualTo(MARKET);
    }
  }
}
