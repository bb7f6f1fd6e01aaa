package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosedClientTest {
  private static final String PLACE = "POST /portfolio/events/orders";
  private static final LimitOrder ORDER =
      LimitOrder.goodTillCanceled(
          MarketTicker.of("KXHIGHNY-26JUL04-T85"),
          BookSide.BID,
          Price.of("0.56"),
          Quantity.ofContracts(10));

  @Test
  void doesNotSendWhatWaitedForTheBudgetWhenItWasClosed() throws Exception {
    ManualTimeSource time = ManualTimeSource.at(Instant.parse("2026-07-04T12:00:00Z"));
    RateLimits.Bucket small = new RateLimits.Bucket(1, 10);
    try (FakeExchange exchange = FakeExchange.start();
        HttpClient http = HttpClient.newHttpClient()) { // the caller's own outlives the client
      exchange.useClock(time::now);
      exchange.on(
          PLACE,
          Reply.json(
              201,
              "{\"order_id\":\"one\",\"fill_count\":\"0.00\",\"remaining_count\":\"10.00\","
                  + "\"ts_ms\":1783166400000}"));
      KalshiClient client =
          KalshiClient.connect(
              ClientConfig.of(exchange.baseUrl())
                  .withTime(time)
                  .withTransport(TransportOptions.DEFAULT.withClient(http))
                  .withRateLimits(new RateLimits(small, small)),
              TestKeys.credentials());
      client.orders().place(ORDER);
      CompletableFuture<PlacedOrder> waiting =
          CompletableFuture.supplyAsync(() -> client.orders().place(ORDER));
      time.awaitSleepers(1);

      client.close();
      time.advance(Duration.ofSeconds(10));

      assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not sent");
      assertThat(exchange.requests(PLACE)).hasSize(1);
    }
  }
}
