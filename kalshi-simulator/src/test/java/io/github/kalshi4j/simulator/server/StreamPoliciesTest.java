package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.simulator.access.StreamPolicies;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamPoliciesTest extends ServerTest {
  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withStream(
        StreamPolicies.DEFAULT.withLimits(1, 1, 10).withPings(Duration.ofSeconds(2), 3));
  }

  private RawStream open() {
    return RawStream.open(exchange.streamUrl(), RawStream.headers(annsKey, time.now()));
  }

  @Test
  void theExchangeKeepsToThoseOfItsConfiguration() throws Exception {
    try (RawStream first = open()) {
      assertThat(first.ask("{\"id\":1,\"cmd\":\"list_subscriptions\"}")).contains("\"ok\"");
      assertThatThrownBy(this::open)
          .hasCauseInstanceOf(WebSocketHandshakeException.class)
          .extracting(e -> ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode())
          .isEqualTo(429);
      time.awaitSleepers(2); // the pings, and the market.s clock
      time.advance(Duration.ofSeconds(2));
      assertThat(first.nextPing()).isEqualTo("heartbeat");
    }
  }

  @Test
  void pingsComeNowAndThen() {
    assertThatThrownBy(() -> StreamPolicies.DEFAULT.withPings(Duration.ZERO, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StreamPolicies.DEFAULT.withLargestCommand(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
