package io.github.kalshi4j.client;

import static io.github.kalshi4j.client.ClientBench.MARKET;
import static io.github.kalshi4j.client.ClientBench.OPEN;
import static io.github.kalshi4j.client.ClientBench.ORDER;
import static io.github.kalshi4j.client.ClientBench.PLACE;
import static io.github.kalshi4j.client.ClientBench.PLACED;
import static io.github.kalshi4j.client.ClientBench.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.RateLimits.Bucket;
import io.github.kalshi4j.client.error.RateBudgetException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.ClientOrderId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the client spends the rate budget. */
final class PacingTest {
  private static final RateLimits SMALL =
      new RateLimits(new Bucket(200, 600), new Bucket(100, 100));

  private static ClientBench basic() {
    return ClientBench.open(config -> config.withRateLimits(SMALL));
  }

  private static LimitOrder order(int number) {
    return ORDER.withClientOrderId(ClientOrderId.of("c-" + number));
  }

  @Test
  void spreadsOrdersOverTimeOnceTheBucketIsEmpty() {
    try (ClientBench bench = basic()) {
      bench.exchange.on(PLACE, PLACED);
      for (int i = 0; i < 10; i++) {
        bench.client.orders().place(order(i));
      }
      assertThat(bench.time.slept()).isZero();

      bench.client.orders().place(order(10));

      assertThat(bench.time.slept()).isEqualTo(Duration.ofMillis(100));
      assertThat(bench.attempts.getLast().waited()).isEqualTo(Duration.ofMillis(100));
    }
  }

  @Test
  void drawsFromTheMarketsShardAloneOnceAnAnswerHasNamedIt() {
    try (ClientBench bench = basic()) {
      bench.exchange.on(PLACE, PLACED);
      for (int i = 0; i < 10; i++) {
        bench.client.orders().place(order(i).withExchangeIndex(2));
      }
      assertThat(bench.time.slept()).isZero();

      bench.client.orders().place(order(10).withExchangeIndex(3));
      assertThat(bench.time.slept()).as("another shard has its own bucket").isZero();

      bench.client.orders().place(order(11));
      assertThat(bench.time.slept()).as("one to be routed needs all").isPositive();
    }
  }

  @Test
  void namesTheShardThatAMarketToldOfItself() {
    try (ClientBench bench = basic()) {
      bench.exchange.on(
          "GET /portfolio/fills",
          Reply.json(
              "{\"cursor\":\"\",\"fills\":[{\"fill_id\":\"t\",\"trade_id\":\"t\",\"order_id\":\"o\",\"ticker\":\""
                  + MARKET
                  + "\",\"market_ticker\":\""
                  + MARKET
                  + "\",\"outcome_side\":\"yes\",\"book_side\":\"bid\",\"count_fp\":\"1.00\","
                  + "\"yes_price_dollars\":\"0.5\",\"no_price_dollars\":\"0.5\",\"is_taker\":true,"
                  + "\"fee_cost\":\"0.02\",\"exchange_index\":2}]}"));
      bench.exchange.on(PLACE, PLACED);

      bench.client.orders().place(order(1));
      bench.client.portfolio().fills(io.github.kalshi4j.client.portfolio.FillQuery.ALL);
      bench.client.orders().place(order(2));

      List<ReceivedRequest> placed = bench.exchange.requests(PLACE);
      assertThat(placed.get(0).body()).doesNotContain("exchange_index");
      assertThat(placed.get(1).body()).contains("\"exchange_index\":2");
    }
  }

  @Test
  void refusesABatchThatCanNeverFit() {
    try (ClientBench bench = basic()) {
      List<LimitOrder> eleven = IntStream.range(0, 11).mapToObj(PacingTest::order).toList();

      assertThatThrownBy(() -> bench.client.orders().placeAll(eleven))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("110 tokens");
      assertThat(bench.exchange.requests()).isEmpty();
    }
  }

  @Test
  void saysThatARequestWasNotSentWhoseWaitWouldBeTooLong() {
    try (ClientBench bench =
        ClientBench.open(
            config -> config.withRateLimits(SMALL).withBudgetPatience(Duration.ofMillis(99)))) {
      bench.exchange.on(PLACE, PLACED);
      for (int i = 0; i < 10; i++) {
        bench.client.orders().place(order(i));
      }

      assertThatThrownBy(() -> bench.client.orders().place(order(10)))
          .isInstanceOf(RateBudgetException.class)
          .hasMessageContaining("POST /portfolio/events/orders was not sent");
      assertThat(bench.exchange.requests()).hasSize(10);
    }
  }

  @Test
  void waitsForABucketToRefillAfterTheExchangeFoundItEmpty() {
    try (ClientBench bench = basic()) {
      bench.exchange.on(STATUS, Reply.status(429), OPEN);

      bench.client.exchange().status();

      // The pause of at most 100 ms counts; a read of 10 tokens needs 50 ms at 200 a second.
      assertThat(bench.time.slept()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
  }

  @Test
  void learnsTheAccountsLimitsAndCostsByItself() throws Exception {
    ManualTimeSource time = ManualTimeSource.advancing();
    try (FakeExchange exchange = FakeExchange.start()) {
      exchange.useClock(time::now);
      exchange.on(
          "GET /account/limits",
          Reply.json(
              "{\"usage_tier\":\"advanced\",\"read\":{\"refill_rate\":300,\"bucket_capacity\":900},"
                  + "\"write\":{\"refill_rate\":300,\"bucket_capacity\":900},\"grants\":[]}"));
      exchange.on(
          "GET /account/endpoint_costs",
          Reply.json(
              "{\"default_cost\":10,\"endpoint_costs\":[{\"method\":\"POST\","
                  + "\"path\":\"/trade-api/v2/portfolio/events/orders\",\"cost\":300}]}"));
      exchange.on(PLACE, PLACED);
      ClientConfig config = ClientConfig.of(exchange.baseUrl()).withTime(time);
      try (KalshiClient client = KalshiClient.connect(config, TestKeys.credentials())) {
        Set<String> first = new TreeSet<>();
        first.add(exchange.awaitRequest().toString());
        first.add(exchange.awaitRequest().toString());
        assertThat(first).containsExactly("GET /account/endpoint_costs", "GET /account/limits");

        client.account().limits(); // read again, so that it is certain that they are taken over
        client.account().endpointCosts();
        Duration before = time.slept();
        client.orders().place(order(1)); // more than the lowest tier's bucket could ever hold
        assertThat(time.slept().minus(before))
            .isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void keepsNoLimitsUnderWhichNothingCouldBeSent() {
    ManualTimeSource time = ManualTimeSource.advancing();
    try (FakeExchange exchange = FakeExchange.start()) {
      exchange.useClock(time::now);
      exchange.on(
          "GET /account/limits",
          Reply.json(
              "{\"usage_tier\":\"odd\",\"read\":{\"refill_rate\":7,\"bucket_capacity\":7},"
                  + "\"write\":{\"refill_rate\":7,\"bucket_capacity\":7},\"grants\":[]}"));
      exchange.on(STATUS, OPEN);
      ClientConfig config = ClientConfig.of(exchange.baseUrl()).withTime(time);
      try (KalshiClient client = KalshiClient.connect(config, TestKeys.credentials())) {
        assertThat(client.account().limits().usageTier()).isEqualTo("odd");

        assertThat(client.exchange().status().tradingActive()).isTrue();
      }
    }
  }

  @Test
  void givesEveryOrderWithoutANameOneOfItsOwn() {
    try (ClientBench bench = ClientBench.open(config -> config.withTransport(config.transport()))) {
      bench.exchange.on(PLACE, PLACED);
      LimitOrder nameless =
          LimitOrder.fillOrKill(MARKET, ORDER.side(), ORDER.price(), ORDER.quantity());
      for (int i = 0; i < 20; i++) {
        bench.client.orders().place(nameless);
      }

      Set<String> names =
          bench.exchange.requests(PLACE).stream()
              .map(r -> r.body().replaceAll(".*\"client_order_id\":\"([^\"]+)\".*", "$1"))
              .collect(Collectors.toSet());
      assertThat(names).hasSize(20).doesNotContainAnyElementsOf(Collections.singleton(""));
    }
  }
}
