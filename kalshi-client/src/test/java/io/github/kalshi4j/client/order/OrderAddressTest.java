package io.github.kalshi4j.client.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import org.junit.jupiter.api.Test;

final class OrderAddressTest {
  private static final OrderId ORDER = OrderId.of("o-1");

  @Test
  void alwaysNamesTheMarketOrTheShard() {
    assertThatThrownBy(() -> new OrderAddress(ORDER, null, null, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order o-1 needs a market or a shard");
    assertThat(OrderAddress.in(MarketTicker.of("M"), ORDER).exchangeIndex()).isNull();
    assertThat(OrderAddress.onShard(2, ORDER).market()).isNull();
  }

  @Test
  void refusesShardsAndSubaccountsThatCannotBe() {
    assertThatThrownBy(() -> OrderAddress.onShard(-1, ORDER)).hasMessageContaining("-1");
    assertThatThrownBy(() -> OrderAddress.onShard(0, ORDER).withSubaccount(64))
        .hasMessageContaining("0 to 63: 64");
  }
}
