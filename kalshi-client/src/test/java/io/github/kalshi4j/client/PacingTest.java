package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.testing.suite.PacingSuite;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the client spends the rate budget. */
final class PacingTest extends PacingSuite {
  private static final String LIMITS = "GET /account/limits";

  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void learnsTheAccountsLimitsAndCosts() {
    exchange.disturb(
        LIMITS,
        Reply.json(
            "{\"usage_tier\":\"advanced\",\"read\":{\"refill_rate\":300,\"bucket_capacity\":900},"
                + "\"write\":{\"refill_rate\":300,\"bucket_capacity\":900},\"grants\":[]}"));
    exchange.disturb(
        "GET /account/endpoint_costs",
        Reply.json(
            "{\"default_cost\":10,\"endpoint_costs\":[{\"method\":\"POST\","
                + "\"path\":\"/trade-api/v2/portfolio/events/orders\",\"cost\":300}]}"));
    try (KalshiClient learning = KalshiClient.connect(config(), TestKeys.credentials())) {
      learning.account().limits(); // read again, so that it is certain that they are taken over
      learning.account().endpointCosts();
      Duration before = time.slept();
      learning.orders().place(ORDER); // more than the lowest tier's bucket could ever hold
      assertThat(time.slept().minus(before)).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }
  }

  @Test
  void keepsNoLimitsUnderWhichNothingCouldBeSent() {
    exchange.disturb(
        LIMITS,
        Reply.json(
            "{\"usage_tier\":\"odd\",\"read\":{\"refill_rate\":7,\"bucket_capacity\":7},"
                + "\"write\":{\"refill_rate\":7,\"bucket_capacity\":7},\"grants\":[]}"));
    try (KalshiClient learning = KalshiClient.connect(config(), TestKeys.credentials())) {
      assertThat(learning.account().limits().usageTier()).isEqualTo("odd");

      assertThat(learning.exchange().status().tradingActive()).isTrue();
    }
  }
}
