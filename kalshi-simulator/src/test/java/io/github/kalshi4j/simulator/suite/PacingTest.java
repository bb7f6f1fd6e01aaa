package io.github.kalshi4j.simulator.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the client spends a rate budget that the exchange holds it to. */
@Timeout(60)
final class PacingTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXTEST-26NOV27-A");

  private final ManualTimeSource time = ManualTimeSource.advancing();
  private final SimulatedTestExchange bench =
      SimulatedTestExchange.start(time, AccessPolicies.DEFAULT);
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final KalshiClient client =
      KalshiClient.connect(
          ClientConfig.of(bench.itself().baseUrl()).withObserver(attempts::add).withTime(time),
          TestKeys.credentials());

  @AfterEach
  void close() {
    client.close();
    bench.close();
  }

  @Test
  void asksForMuchAndIsNeverRefusedForItsRate() {
    bench.list(List.of(MARKET));
    for (int i = 0; i < 60; i++) {
      client
          .orders()
          .place(
              LimitOrder.goodTillCanceled(
                  MARKET, BookSide.BID, Price.ofCents(40), Quantity.ofContracts(1)));
    }
    assertThat(client.orders().all(OrderQuery.ALL.withLimit(5))).hasSize(60);
    client.orders().cancelEverything();

    assertThat(attempts).as("once each").allMatch(attempt -> attempt.number() == 1);
    assertThat(time.slept()).isPositive();
  }
}
