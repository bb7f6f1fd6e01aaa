package io.github.kalshi4j.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class RegisteredTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXA-1-B");

  @Nested
  class ByAnInstance {
    @RegisterExtension
    final SimulatedExchangeExtension extension =
        SimulatedExchangeExtension.of(SimulatedExchangeConfig.EMPTY)
            .withMarkets(MARKET)
            .withCash(Money.ofDollars(25));

    @RepeatedTest(2)
    void eachTestHasAnExchangeOfItsOwn(KalshiClient client) {
      assertThat(client.orders().all(OrderQuery.ALL)).isEmpty();
      client.orders().place(OneForEachTest.order(MARKET, BookSide.BID));
      assertThat(client.portfolio().balance().available()).isLessThan(Money.ofDollars(25 * 4 + 1));
    }
  }

  @Nested
  class ByTheClass {
    @RegisterExtension
    static final SimulatedExchangeExtension EXTENSION =
        SimulatedExchangeExtension.of(SimulatedExchangeConfig.EMPTY);

    private static final Set<SimulatedExchange> SEEN = new HashSet<>();

    @RepeatedTest(2)
    void allTestsHaveTheSame(SimulatedExchange exchange) {
      SEEN.add(exchange);
      assertThat(SEEN).hasSize(1);
    }
  }

  @Test
  void manyRunAtOnceOnFreePorts() throws Exception {
    List<Venue> venues = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Venue>> started = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        started.add(
            threads.submit(() ->
                Venue.start(SimulatedExchangeConfig.EMPTY, List.of(MARKET), Money.ofDollars(10))));
      }
      for (Future<Venue> venue : started) {
        venues.add(venue.get(30, TimeUnit.SECONDS));
      }
      assertThat(venues).extracting(venue -> venue.exchange().baseUrl()).doesNotHaveDuplicates();
      List<Future<?>> traded = new ArrayList<>();
      for (Venue venue : venues) {
        KalshiClient client = venue.client(UserId.of("ann"));
        traded.add(
            threads.submit(
                () -> client.orders().place(OneForEachTest.order(MARKET, BookSide.BID))));
      }
      for (Future<?> order : traded) {
        order.get(30, TimeUnit.SECONDS);
      }
    } finally {
      venues.forEach(Venue::close);
    }
  }
}
