package io.github.kalshi4j.client.subaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubaccountsTest {
  private final FakeExchange exchange = FakeExchange.start();
  private final KalshiClient client =
      KalshiClient.connect(
          ClientConfig.of(exchange.baseUrl()).withRateLimits(RateLimits.BASIC),
          TestKeys.credentials());

  @AfterEach
  void close() {
    client.close();
    exchange.close();
  }

  @Test
  void createsOnTheFirstShardWithAnEmptyBody() {
    exchange.on("POST /portfolio/subaccounts", Reply.json(201, "{\"subaccount_number\": 1}"));

    assertThat(client.subaccounts().create()).isEqualTo(1);
    assertThat(exchange.requests().getFirst().body()).isEqualTo("{}");
  }

  @Test
  void sendsNothingWhereThereIsNoSuchSubaccountOrShard() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.subaccounts().setNetting(64, true))
        .withMessageContaining("64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.subaccounts().create(-1))
        .withMessageContaining("-1");
    assertThat(exchange.requests()).isEmpty();
  }
}
