package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.ordergroup.NewOrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroupAddress;
import io.github.kalshi4j.client.ordergroup.OrderGroupLimit;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import org.junit.jupiter.api.Test;

class GroupsTest extends ServerTest {
  private LimitOrder inGroup(OrderGroupAddress group) {
    return LimitOrder.goodTillCanceled(
            MARKET, BookSide.BID, Price.of("0.40"), Quantity.ofContracts(3))
        .withOrderGroup(group.group());
  }

  @Test
  void aGroupHoldsItsOrdersUntilItIsTriggered() {
    OrderGroupAddress group =
        ann.orderGroups().create(NewOrderGroup.of(OrderGroupLimit.ofContracts(5)));
    PlacedOrder placed = ann.orders().place(inGroup(group));
    assertThat(ann.orderGroups().get(group.group()).orders()).containsExactly(placed.id());
    ann.orderGroups().trigger(group);
    assertThat(ann.orderGroups().get(group.group()).orders()).isEmpty();
    assertThatThrownBy(() -> ann.orders().place(inGroup(group)))
        .isInstanceOf(KalshiApiException.class);
    ann.orderGroups().reset(group);
    ann.orders().place(inGroup(group));
  }

  @Test
  void aGroupIsListedUntilItIsDeleted() {
    OrderGroupAddress group =
        ann.orderGroups().create(NewOrderGroup.of(OrderGroupLimit.ofContracts(5)));
    ann.orderGroups().updateLimit(group, OrderGroupLimit.ofContracts(7));
    assertThat(ann.orderGroups().list())
        .extracting(OrderGroup::limit)
        .containsExactly(Quantity.ofContracts(7));
    assertThat(bob.orderGroups().list()).isEmpty();
    ann.orderGroups().delete(group);
    assertThat(ann.orderGroups().list()).isEmpty();
    assertThatThrownBy(() -> ann.orderGroups().get(group.group()))
        .isInstanceOf(KalshiApiException.class);
  }

  @Test
  void limitsOutOfRangeAreRefused() throws Exception {
    for (String body :
        new String[] {
          "{}",
          "{\"contracts_limit\":0}",
          "{\"contracts_limit\":\"5\"}",
          "{\"contracts_limit\":5,\"contracts_limit_fp\":\"6\"}"
        }) {
      assertThat(signed("POST", "/portfolio/order_groups/create", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
  }
}
