package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.testing.Happenings.OwnFill;
import io.github.kalshi4j.client.testing.RestSuite;
import io.github.kalshi4j.client.value.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that have several pages: each item comes once, newest first. */
@Timeout(60)
public abstract class PortfolioSuite extends RestSuite {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void everyFillAndItsTradeComeOnce(int limit) {
    List<OwnFill> fills = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      fills.addFirst(happenings.fill(MARKET));
      time.advance(Duration.ofSeconds(1));
    }

    assertThat(client.portfolio().allFills(FillQuery.ALL.withLimit(limit)))
        .extracting(fill -> new OwnFill(fill.trade(), fill.order()))
        .isEqualTo(fills);
    assertThat(client.markets().allTrades(TradeQuery.ALL.withLimit(limit)))
        .extracting(Trade::id)
        .isEqualTo(fills.stream().map(OwnFill::trade).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100})
  void everyOrderComesOnceAndNoneThatIsNotAskedFor(int limit) {
    List<OrderId> placed = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      placed.addFirst(client.orders().place(order(i)).id());
      time.advance(Duration.ofSeconds(1));
    }

    OrderQuery pages = OrderQuery.ALL.withLimit(limit);
    assertThat(client.orders().all(pages)).extracting(Order::id).isEqualTo(placed);
    assertThat(client.orders().all(pages).limit(4))
        .extracting(Order::id)
        .isEqualTo(placed.subList(0, 4));
  }
}
