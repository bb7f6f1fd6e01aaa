package io.github.kalshi4j.client.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarketFactsTest {
  private static final Instant OPEN = Instant.parse("2026-05-14T04:30:00Z");

  private static MarketFacts closing(Instant close) {
    return new MarketFacts(
        MarketTicker.of("KXBTC15M-26MAY140045-45"),
        EventTicker.of("KXBTC15M-26MAY140045"),
        SeriesTicker.of("KXBTC15M"),
        null,
        null,
        null,
        OPEN,
        close,
        PriceLevelStructure.TAPERED_DECI_CENT.grid(),
        FeeSchedule.STANDARD,
        2);
  }

  @Test
  void changesOneThingAtATime() {
    MarketFacts facts = closing(OPEN.plusSeconds(900));
    MarketFacts cents = facts.withGrid(PriceLevelStructure.LINEAR_CENT.grid());

    assertThat(cents.grid()).isEqualTo(PriceLevelStructure.LINEAR_CENT.grid());
    assertThat(cents.withGrid(facts.grid())).isEqualTo(facts);
    assertThat(facts.withCloseTime(OPEN.plusSeconds(60))).isEqualTo(closing(OPEN.plusSeconds(60)));
  }

  @Test
  void refusesAMarketThatClosesBeforeItOpens() {
    assertThatThrownBy(() -> closing(OPEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KXBTC15M-26MAY140045-45");
  }
}
