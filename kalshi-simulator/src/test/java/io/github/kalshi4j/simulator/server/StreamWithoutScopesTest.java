package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.apikey.ApiKeyType;
import io.github.kalshi4j.client.apikey.GeneratedApiKey;
import io.github.kalshi4j.client.apikey.NewApiKey;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import org.junit.jupiter.api.Test;

/** Where scopes do not count, and connections end with their keys. */
class StreamWithoutScopesTest extends ServerTest {
  private static final String FILL =
      "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"fill\"]}}";
  private static final String LIST = "{\"id\":9,\"cmd\":\"list_subscriptions\"}";

  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withStream(StreamPolicies.DEFAULT.withScoped(false).withOutlivesKey(false));
  }

  @Test
  void aConnectionEndsWithItsKey() throws Exception {
    GeneratedApiKey key =
        ann.apiKeys().generate(NewApiKey.of("short", ApiKeyScope.WRITE_TRADE), ApiKeyType.ED25519);
    String[] headers = RawStream.headers(key.credentials(), time.now());
    try (RawStream stream = RawStream.open(exchange.streamUrl(), headers);
        RawStream other =
            RawStream.open(exchange.streamUrl(), RawStream.headers(annsKey, time.now()))) {
      assertThat(stream.ask(FILL)).contains("\"subscribed\"");
      ann.apiKeys().delete(key.id());
      assertThat(stream.status()).isEqualTo(1008);
      assertThat(other.ask(LIST)).contains("\"ok\"");
    }
  }
}
