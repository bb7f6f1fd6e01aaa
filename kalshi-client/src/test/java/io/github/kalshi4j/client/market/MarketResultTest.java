package io.github.kalshi4j.client.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarketResultTest {
  @Test
  void paysADollarToTheWinningSide() {
    assertThat(MarketResult.YES.payoutOf(OutcomeSide.YES)).isEqualTo(Price.ONE);
    assertThat(MarketResult.YES.payoutOf(OutcomeSide.NO)).isEqualTo(Price.ZERO);
    assertThat(MarketResult.NO.payoutOf(OutcomeSide.YES)).isEqualTo(Price.ZERO);
    assertThat(MarketResult.NO.payoutOf(OutcomeSide.NO)).isEqualTo(Price.ONE);
  }

  @Test
  void splitsTheDollarOfAScalarResult() {
    MarketResult scalar = new MarketResult(Price.of("0.2500"));

    assertThat(scalar.payoutOf(OutcomeSide.YES)).isEqualTo(Price.of("0.25"));
    assertThat(scalar.payoutOf(OutcomeSide.NO)).isEqualTo(Price.of("0.75"));
  }

  @Test
  void hasTheExchangesWord() {
    assertThat(MarketResult.YES.wire()).isEqualTo("yes");
    assertThat(new MarketResult(Price.ZERO).wire()).isEqualTo("no");
    assertThat(new MarketResult(Price.of("0.5")).wire()).isEqualTo("scalar");
  }

  @Test
  void aMarketClosesAfterItOpens() {
    Instant open = Instant.parse("2026-05-13T15:45:00Z");
    assertThatThrownBy(() ->
            new MarketFacts(
                MarketTicker.of("KXBTC15M-26MAY131200-00"),
                EventTicker.of("KXBTC15M-26MAY131200"),
                SeriesTicker.of("KXBTC15M"),
                null,
                null,
                null,
                open,
                open,
                PriceLevelStructure.TAPERED_DECI_CENT.grid(),
                FeeSchedule.STANDARD,
                0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KXBTC15M-26MAY131200-00");
  }
}
