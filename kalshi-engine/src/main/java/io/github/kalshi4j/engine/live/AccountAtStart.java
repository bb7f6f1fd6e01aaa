package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.PositionCount;
import io.github.kalshi4j.client.portfolio.PositionQuery;
import io.github.kalshi4j.client.value.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The account as the exchange has it when a run begins.
 *
 * @param cash what is free to be spent, over all shards
 * @param positions what is held and not settled
 * @param resting the orders that rest, none of which is the run's own
 */
public record AccountAtStart(Money cash, List<MarketPosition> positions, List<Order> resting) {
  public AccountAtStart {
    positions = List.copyOf(positions);
    resting = List.copyOf(resting);
  }

  /** Reads it. */
  public static AccountAtStart read(KalshiClient client) {
    List<Order> resting;
    try (Stream<Order> all = client.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))) {
      resting = all.toList();
    }
    List<MarketPosition> positions;
    try (Stream<MarketPosition> all =
        client
            .portfolio()
            .allMarketPositions(PositionQuery.ALL.withNonZero(Set.of(PositionCount.POSITION)))) {
      positions = all.filter(position -> !position.position().isFlat()).toList();
    }
    return new AccountAtStart(client.portfolio().balance().available(), positions, resting);
  }
}
