package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.account.AccountLimits;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.access.UsageTier;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest extends ServerTest {
  private static final String ORDERS = "/portfolio/events/orders";
  private static final String REFUSED =
      "{\"error\":{\"code\":\"too_many_requests\",\"message\":\"too many requests\"}}";

  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withAccess(AccessPolicies.DEFAULT);
  }

  /** One whose client does not read her limits in the background. */
  private final Credentials carol = exchange.openMember(UserId.of("carol"), Money.ofDollars(1000));

  private int place(String more) throws Exception {
    return signedBy(carol, "POST", ORDERS, bid(more)).statusCode();
  }

  private int batch(int size) throws Exception {
    String items = String.join(",", Collections.nCopies(size, bid("")));
    return signedBy(carol, "POST", ORDERS + "/batched", "{\"orders\":[" + items + "]}")
        .statusCode();
  }

  @Test
  void anEmptyBucketIsToldAndFillsUpByTheMachinesTime() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(place("")).isEqualTo(201);
    }
    HttpResponse<String> refused = signedBy(carol, "POST", ORDERS, bid(""));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).isEqualTo(REFUSED);
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    time.advance(Duration.ofMillis(99));
    assertThat(place("")).isEqualTo(429);
    time.advance(Duration.ofMillis(1));
    assertThat(place("")).isEqualTo(201);
    assertThat(place("")).isEqualTo(429);
  }

  @Test
  void readsAndWritesAndMembersHaveBucketsOfTheirOwn() throws Exception {
    assertThat(batch(10)).isEqualTo(201);
    assertThat(place("")).isEqualTo(429);
    for (int i = 0; i < 60; i++) {
      assertThat(signedBy(carol, "GET", "/portfolio/balance", "").statusCode()).isEqualTo(200);
    }
    assertThat(signedBy(carol, "GET", "/portfolio/balance", "").statusCode()).isEqualTo(429);
    assertThat(
            bob.orders()
                .place(
                    LimitOrder.goodTillCanceled(
                        MARKET, BookSide.BID, Price.of("0.01"), Quantity.ofContracts(1)))
                .remaining())
        .isEqualTo(Quantity.ofContracts(1));
  }

  @Test
  void aBatchCostsTheSumOfItsItems() throws Exception {
    assertThat(batch(11)).isEqualTo(429);
    assertThat(batch(6)).isEqualTo(201);
    assertThat(batch(5)).isEqualTo(429);
    assertThat(batch(4)).isEqualTo(201);
  }

  @Test
  void aWriteThatNamesItsShardPaysThereOnly() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(place(",\"exchange_index\":2")).isEqualTo(404); // the market is elsewhere
    }
    assertThat(place(",\"exchange_index\":2")).isEqualTo(429);
    assertThat(place("")).as("looks on all shards").isEqualTo(429);
    assertThat(place(",\"exchange_index\":0")).isEqualTo(201);
  }

  @Test
  void whoDoesNotSignIsHeldToARateToo() throws Exception {
    int answered = 0;
    while (send("GET", "/exchange/status", "").statusCode() == 200) {
      answered++;
    }
    assertThat(answered).as("but for what the clients ask").isBetween(50, 60);
    assertThat(signedBy(carol, "GET", "/exchange/status", "").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsItsLimitsAndCosts() {
    AccountLimits limits = ann.account().limits();
    assertThat(limits.usageTier()).isEqualTo("basic");
    assertThat(limits.rateLimits()).isEqualTo(UsageTier.BASIC.limits());
    assertThat(limits.grants()).isEmpty();
    assertThat(ann.account().endpointCosts().endpointCosts())
        .anyMatch(cost -> cost.method().equals("DELETE") && cost.cost() == 2);
  }

  @Test
  void whoHasTradedMayBeLiftedToTheSecondTier() throws Exception {
    String path = "/account/api_usage_level/upgrade";
    String subaccounts = "/portfolio/subaccounts";
    assertThat(signedBy(carol, "POST", subaccounts, "{}").statusCode()).isEqualTo(403);
    assertThat(signedBy(carol, "POST", path, "").statusCode()).isEqualTo(403);
    assertThat(place("")).isEqualTo(201);
    assertThat(signedBy(carol, "POST", path, "").statusCode()).isEqualTo(201);
    assertThat(signedBy(carol, "GET", "/account/limits", "").body())
        .contains("\"usage_tier\":\"advanced\"", "\"level\":\"advanced\"");
    assertThat(signedBy(carol, "POST", subaccounts, "{}").statusCode()).isEqualTo(201);
    time.advance(Duration.ofSeconds(3));
    assertThat(batch(90)).isEqualTo(201);
    assertThat(batch(1)).isEqualTo(429);
  }

  @Test
  void aClientThatPacesItselfGetsAllItsOrdersThrough() {
    Instant now = TimeSource.system().now();
    try (SimulatedExchange real = SimulatedExchange.start(SimulatedExchangeConfig.EMPTY);
        KalshiClient client =
            KalshiClient.connect(
                ClientConfig.of(real.baseUrl()),
                real.openMember(UserId.of("dan"), Money.ofDollars(1)))) {
      real.execute(
          new Command.ListMarket(
              ListedMarket.of(MARKET, EVENT, now.minusSeconds(60), now.plusSeconds(3600))));
      for (int i = 0; i < 14; i++) {
        LimitOrder order =
            LimitOrder.goodTillCanceled(
                MARKET, BookSide.BID, Price.of("0.01"), Quantity.ofContracts(1));
        assertThat(client.orders().place(order).remaining()).isEqualTo(Quantity.ofContracts(1));
      }
    }
  }

  @Test
  void tiersHoldOneOrThreeSeconds() {
    assertThat(List.of(UsageTier.values()))
        .allSatisfy(tier -> {
          int write = tier.limits().write().refillRate();
          assertThat(tier.limits().write().capacity())
              .isEqualTo(tier == UsageTier.BASIC ? write : 3 * write);
        });
  }
}
