package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.RateLimits;
import org.junit.jupiter.api.AfterEach;

/** A test of operations: a fake exchange of its own, and a client that speaks with it. */
public abstract class RestTest {
  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);

  protected final FakeExchange exchange = FakeExchange.start();
  protected final KalshiClient client =
      KalshiClient.connect(
          ClientConfig.of(exchange.baseUrl())
              .withRateLimits(new RateLimits(AMPLE, AMPLE))
              .withAttempts(1),
          TestKeys.credentials());

  @AfterEach
  final void closeClientAndExchange() {
    client.close();
    exchange.close();
  }
}
