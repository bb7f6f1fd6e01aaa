package io.github.kalshi4j.strategy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestMarketsTest {
  @Test
  void followsTheExchangesNamesOfFifteenMinuteMarkets() {
    MarketFacts market = TestMarkets.bitcoin15Minutes();
    assertThat(market.ticker()).hasToString("KXBTC15M-26MAY140045-45");
    assertThat(market.event()).hasToString("KXBTC15M-26MAY140045");
    assertThat(market.openTime()).isEqualTo(Instant.parse("2026-05-14T04:30:00Z"));
    assertThat(TestMarkets.nextBitcoin15Minutes().ticker()).hasToString("KXBTC15M-26MAY140100-00");
    assertThat(
            TestMarkets.quarterHour(
                    SeriesTicker.of("KXETH15M"), Instant.parse("2026-02-25T04:30:00Z"), null)
                .ticker())
        .hasToString("KXETH15M-26FEB242330-30");
  }

  @Test
  void refusesAMarketThatClosesBetweenQuarters() {
    assertThatThrownBy(() ->
            TestMarkets.quarterHour(
                SeriesTicker.of("KXBTC15M"), Instant.parse("2026-05-14T04:46:00Z"), null))
        .hasMessage("no quarter of an hour: 2026-05-14T04:46:00Z");
  }
}
