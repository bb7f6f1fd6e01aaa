package io.github.kalshi4j.client.ordergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.OrderGroupsSuite;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import org.junit.jupiter.api.Test;

/** Groups of orders. */
final class OrderGroupsTest extends OrderGroupsSuite {
  private static final OrderGroupId GROUP = OrderGroupId.of("7e4e72c5");

  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

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
    exchange.disturb(
        "POST /portfolio/order_groups/create",
        Reply.json(201, "{\"order_group_id\":\"7e4e72c5\",\"subaccount\":5}"));

    OrderGroupAddress made =
        client
            .orderGroups()
            .create(NewOrderGroup.of(OrderGroupLimit.ofContracts(10)).withExchangeIndex(1));

    assertThat(made).isEqualTo(OrderGroupAddress.onShard(1, GROUP).withSubaccount(5));
  }
}
