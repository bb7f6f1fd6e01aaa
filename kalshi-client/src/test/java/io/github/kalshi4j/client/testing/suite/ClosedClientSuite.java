package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.TransportOptions;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.RestSuite;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a call that still waits when its client is closed. */
@Timeout(60)
public abstract class ClosedClientSuite extends RestSuite {
  protected ClosedClientSuite() {
    super(ManualTimeSource.at(Instant.parse("2026-11-27T12:00:00Z")));
  }

  @Test
  void doesNotSendWhatWaitedForTheBudgetWhenItWasClosed() throws Exception {
    RateLimits.Bucket small = new RateLimits.Bucket(1, 10);
    try (HttpClient http = HttpClient.newHttpClient()) { // the caller's own outlives the client
      KalshiClient closing =
          connect(config ->
              config
                  .withTransport(TransportOptions.DEFAULT.withClient(http))
                  .withRateLimits(new RateLimits(small, small)));
      closing.orders().place(order(1));
      CompletableFuture<PlacedOrder> waiting =
          CompletableFuture.supplyAsync(() -> closing.orders().place(order(2)));
      time.awaitSleepers(1);

      closing.close();
      time.advance(Duration.ofSeconds(10));

      assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not sent");
      assertThat(exchange.requests(PLACE)).hasSize(1);
      assertThat(orders()).hasSize(1);
    }
  }
}
