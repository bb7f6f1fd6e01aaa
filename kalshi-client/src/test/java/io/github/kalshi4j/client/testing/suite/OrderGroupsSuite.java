package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.ordergroup.NewOrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroupAddress;
import io.github.kalshi4j.client.ordergroup.OrderGroupLimit;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.RestSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How groups of orders are addressed. */
@Timeout(60)
public abstract class OrderGroupsSuite extends RestSuite {
  @Test
  void namesTheShardOfEveryWriteAndNoSubaccountButANumberedOne() {
    OrderGroupAddress made =
        client.orderGroups().create(NewOrderGroup.of(OrderGroupLimit.ofContracts(10)));

    client.orderGroups().reset(OrderGroupAddress.of(made.group()));

    assertThat(made).isEqualTo(OrderGroupAddress.of(made.group()));
    ReceivedRequest reset = exchange.requests().getLast();
    assertThat(reset).hasToString("PUT /portfolio/order_groups/" + made.group() + "/reset");
    assertThat(reset.query()).containsExactly(new QueryParameter("exchange_index", "0"));
    assertThat(reset.body()).isEqualTo("{}");
  }
}
