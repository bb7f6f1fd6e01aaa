package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.RateLimits.Bucket;
import io.github.kalshi4j.client.error.RateBudgetException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestSuite;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How the client spends the rate budget. The exchange, too, gives the member the limits of the
 * lowest tier.
 */
@Timeout(60)
public abstract class PacingSuite extends RestSuite {
  private static final RateLimits SMALL =
      new RateLimits(new Bucket(200, 600), new Bucket(100, 100));

  private KalshiClient basic() {
    return connect(config -> config.withRateLimits(SMALL));
  }

  private static LimitOrder in(MarketTicker market, int number) {
    return LimitOrder.goodTillCanceled(market, ORDER.side(), ORDER.price(), ORDER.quantity())
        .withClientOrderId(ClientOrderId.of("c-" + number));
  }

  @Test
  void spreadsOrdersOverTimeOnceTheBucketIsEmpty() {
    KalshiClient basic = basic();
    for (int i = 0; i < 10; i++) {
      basic.orders().place(order(i));
    }
    assertThat(time.slept()).isZero();

    basic.orders().place(order(10));

    assertThat(time.slept()).isEqualTo(Duration.ofMillis(100));
    assertThat(attempts.getLast().waited()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void drawsFromTheMarketsShardAloneThatAnOrderNames() {
    MarketTicker second = MarketTicker.of("KXTEST-26NOV27-B");
    MarketTicker third = MarketTicker.of("KXTEST-26NOV27-C");
    happenings.list(second, 2);
    happenings.list(third, 3);
    KalshiClient basic = basic();
    for (int i = 0; i < 10; i++) {
      basic.orders().place(in(second, i).withExchangeIndex(2));
    }
    assertThat(time.slept()).isZero();

    basic.orders().place(in(third, 10).withExchangeIndex(3));
    assertThat(time.slept()).as("another shard has its own bucket").isZero();

    basic.orders().place(order(11));
    assertThat(time.slept()).as("one to be routed needs all").isPositive();
  }

  @Test
  void namesTheShardThatAMarketToldOfItself() {
    happenings.fill(MARKET);

    client.orders().place(order(1));
    var unused = client.portfolio().fills(FillQuery.ALL);
    client.orders().place(order(2));

    List<ReceivedRequest> placed = exchange.requests(PLACE);
    assertThat(placed.get(0).body()).doesNotContain("exchange_index");
    assertThat(placed.get(1).body()).contains("\"exchange_index\":0");
  }

  @Test
  void refusesABatchThatCanNeverFit() {
    KalshiClient basic = basic();
    List<LimitOrder> eleven = IntStream.range(0, 11).mapToObj(RestSuite::order).toList();

    assertThatThrownBy(() -> basic.orders().placeAll(eleven))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("110 tokens");
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void saysThatARequestWasNotSentWhoseWaitWouldBeTooLong() {
    KalshiClient impatient =
        connect(c -> c.withRateLimits(SMALL).withBudgetPatience(Duration.ofMillis(99)));
    for (int i = 0; i < 10; i++) {
      impatient.orders().place(order(i));
    }

    assertThatThrownBy(() -> impatient.orders().place(order(10)))
        .isInstanceOf(RateBudgetException.class)
        .hasMessageContaining("POST /portfolio/events/orders was not sent");
    assertThat(exchange.requests()).hasSize(10);
  }

  @Test
  void waitsForABucketToRefillAfterTheExchangeFoundItEmpty() {
    exchange.disturbNext(STATUS, Mishap.instead(Reply.status(429)));

    var unused = basic().exchange().status();

    // The pause of at most 100 ms counts; a read of 10 tokens needs 50 ms at 200 a second.
    assertThat(time.slept()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @Test
  void asksForItsLimitsAndIsNeverRefusedForItsRate() throws Exception {
    KalshiClient learning = KalshiClient.connect(config(), TestKeys.credentials());
    try (learning) {
      Set<String> first = new TreeSet<>();
      first.add(exchange.awaitRequest().toString());
      first.add(exchange.awaitRequest().toString());
      assertThat(first).containsExactly("GET /account/endpoint_costs", "GET /account/limits");
      RateLimits limits = learning.account().limits().rateLimits(); // certain to be taken over

      for (int i = 0; i < 60; i++) {
        learning.orders().place(order(i));
      }
      assertThat(learning.orders().all(OrderQuery.ALL.withLimit(3))).hasSize(60);

      assertThat(attempts).as("once each").allMatch(a -> a.number() == 1 && a.succeeded());
      assertThat(time.slept()).isPositive();
      staysWithin(limits.write(), exchange.requests(PLACE));
    }
  }

  /** Checks that at no time more was sent than has come into a bucket, at 10 tokens each. */
  private static void staysWithin(Bucket bucket, List<ReceivedRequest> requests) {
    long began = stamp(requests.getFirst()) - 20; // as stamps, each another, may be ahead of time
    for (int i = 0; i < requests.size(); i++) {
      long passed = stamp(requests.get(i)) - began;
      assertThat((i + 1) * 10L)
          .isLessThanOrEqualTo(bucket.capacity() + bucket.refillRate() * passed / 1000);
    }
  }

  private static long stamp(ReceivedRequest request) {
    return Long.parseLong(request.header("KALSHI-ACCESS-TIMESTAMP").orElseThrow());
  }

  @Test
  void givesEveryOrderWithoutANameOneOfItsOwn() {
    LimitOrder nameless =
        LimitOrder.goodTillCanceled(MARKET, ORDER.side(), ORDER.price(), ORDER.quantity());
    KalshiClient basic = basic();
    for (int i = 0; i < 20; i++) {
      basic.orders().place(nameless);
    }

    assertThat(orders())
        .hasSize(20)
        .extracting(Order::clientOrderId)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }
}
