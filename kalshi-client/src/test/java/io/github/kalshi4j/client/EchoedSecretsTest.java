package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kalshi4j.client.auth.BearerSigner;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.OrderId;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What a gateway echoes of a request must not be shown, stack traces included. */
class EchoedSecretsTest {
  @Test
  void hidesASignatureThatStandsInAHeader() {
    OrderId order = OrderId.of("one");
    try (FakeExchange exchange = FakeExchange.start();
        KalshiClient client =
            KalshiClient.connect(
                ClientConfig.of(exchange.baseUrl())
                    .withAttempts(1)
                    .withRateLimits(RateLimits.BASIC),
                TestKeys.credentials())) {
      exchange.on(
          "GET /portfolio/orders/" + order,
          request -> Reply.json("{}").withHeader("Content-Encoding", signatureOf(request)));

      Throwable problem = catchThrowable(() -> client.orders().get(order));

      StringWriter shown = new StringWriter();
      problem.printStackTrace(new PrintWriter(shown));
      assertThat(problem)
          .isInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("(hidden)");
      assertThat(shown.toString()).doesNotContain(signatureOf(exchange.requests().getLast()));
    }
  }

  @Test
  void hidesWhatIsEchoedInAnUnknownFieldOrWord() {
    String token = "short-token";
    try (FakeExchange exchange = FakeExchange.start();
        KalshiClient client =
            KalshiClient.connect(
                ClientConfig.of(exchange.baseUrl())
                    .withAttempts(1)
                    .withRateLimits(RateLimits.BASIC),
                Credentials.of(new BearerSigner(token)))) {
      exchange.on(
          "GET /portfolio/orders/one/queue_position",
          Reply.json(
              "{\"queue_position_fp\":\"1.00\",\"seen\":\"" + token + "\",\"" + token + "\":1}"));

      assertThat(client.orders().queuePosition(OrderId.of("one"))).hasToString("1.00");

      assertThat(client.unknownFields()).hasSize(2);
      assertThat(client.unknownFields().toString()).contains("(hidden)").doesNotContain(token);
    }
  }

  private static String signatureOf(ReceivedRequest request) {
    return request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow();
  }
}
