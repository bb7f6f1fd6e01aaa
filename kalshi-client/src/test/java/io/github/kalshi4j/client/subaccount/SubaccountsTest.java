package io.github.kalshi4j.client.subaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import org.junit.jupiter.api.Test;

class SubaccountsTest extends RestTest {
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
