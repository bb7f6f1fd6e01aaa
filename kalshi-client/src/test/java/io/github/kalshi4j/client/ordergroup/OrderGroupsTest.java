package io.github.kalshi4j.client.ordergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import org.junit.jupiter.api.Test;

class OrderGroupsTest {
  private static final OrderGroupId GROUP = OrderGroupId.of("7e4e72c5");
  private static final RateLimits AMPLE =
      new RateLimits(new RateLimits.Bucket(1000, 1000), new RateLimits.Bucket(1000, 1000));

  @Test
  void limitsFromOneContractToAMillion() {
    assertThat(OrderGroupLimit.ofContracts(1)).hasToString("1.00");
    assertThat(OrderGroupLimit.ofContracts(1_000_000).contracts())
        .isEqualTo(Quantity.ofContracts(1_000_000));
    assertThat(OrderGroupLimit.of(Quantity.of("1.50"))).hasToString("1.50");
    assertThatThrownBy(() -> OrderGroupLimit.of(Quantity.of("0.99")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.99");
    assertThatThrownBy(() -> OrderGroupLimit.of(Quantity.of("1000000.01")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000000.01");
  }

  @Test
  void refusesShardsAndSubaccountsThatCannotBe() {
    OrderGroupAddress address = OrderGroupAddress.of(GROUP);
    NewOrderGroup group = NewOrderGroup.of(OrderGroupLimit.ofContracts(10));
    assertThatThrownBy(() -> OrderGroupAddress.onShard(-1, GROUP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> address.withSubaccount(64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
    assertThatThrownBy(() -> group.withExchangeIndex(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> group.withSubaccount(64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
    assertThatThrownBy(() -> OrderGroupQuery.ALL.withSubaccount(64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64");
  }

  @Test
  void isAddressedOnItsShard() {
    assertThat(new OrderGroup(GROUP, null, true, 2).address())
        .isEqualTo(OrderGroupAddress.onShard(2, GROUP));
    assertThat(new OrderGroup(GROUP, null, true, null).address())
        .isEqualTo(OrderGroupAddress.of(GROUP));
  }

  @Test
  void livesOnTheShardItWasMadeForWhereTheAnswerNamesNone() {
    try (FakeExchange exchange = FakeExchange.start();
        KalshiClient client = connect(exchange)) {
      exchange.on(
          "POST /portfolio/order_groups/create",
          Reply.json(201, "{\"order_group_id\":\"7e4e72c5\",\"subaccount\":5}"));

      OrderGroupAddress made =
          client
              .orderGroups()
              .create(NewOrderGroup.of(OrderGroupLimit.ofContracts(10)).withExchangeIndex(1));

      assertThat(made).isEqualTo(OrderGroupAddress.onShard(1, GROUP).withSubaccount(5));
    }
  }

  @Test
  void namesTheShardOfEveryWriteAndNoSubaccountButANumberedOne() {
    try (FakeExchange exchange = FakeExchange.start();
        KalshiClient client = connect(exchange)) {
      exchange.on("PUT /portfolio/order_groups/7e4e72c5/reset", Reply.json("{}"));

      client.orderGroups().reset(OrderGroupAddress.of(GROUP));

      assertThat(exchange.requests().getFirst().query())
          .containsExactly(new QueryParameter("exchange_index", "0"));
      assertThat(exchange.requests().getFirst().body()).isEqualTo("{}");
    }
  }

  private static KalshiClient connect(FakeExchange exchange) {
    return KalshiClient.connect(
        ClientConfig.of(exchange.baseUrl()).withRateLimits(AMPLE), TestKeys.credentials());
  }
}
