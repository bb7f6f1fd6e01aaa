package io.github.kalshi4j.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SimulatedExchangeTest(lively = true, perClass = true, speed = 10, admin = true)
class OneForAllTest {
  private final SimulatedExchange own;

  OneForAllTest(SimulatedExchange exchange) {
    own = exchange;
  }

  @BeforeAll
  static void isThereAlready(SimulatedExchange exchange) {
    shared = exchange;
  }

  private static SimulatedExchange shared;

  @RepeatedTest(2)
  void allTestsHaveTheSame(SimulatedExchange exchange) {
    assertThat(exchange).isSameAs(shared).isSameAs(own);
    assertThat(exchange.adminUrl()).hasPath("/simulator/v1");
  }

  @Test
  void bitcoinTrades(KalshiClient client) {
    SeriesTicker bitcoin = SeriesTicker.of("KXBTC15M");
    assertThat(client.markets().all(MarketQuery.ALL.withSeries(bitcoin))).isNotEmpty();
  }
}
