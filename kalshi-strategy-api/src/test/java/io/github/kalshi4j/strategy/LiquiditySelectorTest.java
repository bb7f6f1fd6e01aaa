package io.github.kalshi4j.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiquiditySelectorTest {
  private final LiquiditySelector selector =
      new LiquiditySelector(Duration.ofSeconds(60), Price.of("0.20"), Quantity.ofContracts(100), 3);

  @Test
  void admitsOnlyTwoSidedNarrowTradedMarkets() {
    assertThat(
            select(
                quote("NO-BID", null, "0.10", 500),
                quote("NO-ASK", "0.90", null, 500),
                quote("ZERO-BID", "0", "0.10", 500),
                quote("ONE-ASK", "0.90", "1", 500),
                quote("TOO-WIDE", "0.40", "0.61", 500),
                quote("TOO-QUIET", "0.40", "0.50", 99),
                quote("WIDEST", "0.40", "0.60", 100)))
        .containsExactly("WIDEST");
  }

  @Test
  void ranksByTickerAtTheFirstScan() {
    assertThat(
            select(
                quote("D", "0.40", "0.41", 900),
                quote("C", "0.40", "0.50", 100),
                quote("B", "0.40", "0.41", 200),
                quote("A", "0.40", "0.60", 100)))
        .containsExactly("A", "B", "C");
  }

  @Test
  void prefersTheVolumeGainedSinceTheLastScan() {
    select(quote("A", "0.40", "0.50", 1000), quote("B", "0.40", "0.50", 100));
    assertThat(
            select(
                quote("A", "0.40", "0.42", 1010),
                quote("B", "0.40", "0.50", 111),
                quote("NEW", "0.40", "0.42", 5000)))
        .containsExactly("B", "A", "NEW");
  }

  @Test
  void prefersTheFallInSpreadWhereTheVolumeTies() {
    select(
        quote("A", "0.40", "0.45", 100),
        quote("B", "0.40", "0.50", 100),
        quote("C", "0.40", "0.41", 100));
    assertThat(
            select(
                quote("A", "0.40", "0.42", 110),
                quote("B", "0.40", "0.42", 110),
                quote("C", "0.40", "0.42", 110)))
        .containsExactly("B", "A", "C");
  }

  @Test
  void countsNoFallForASpreadNotSeenBefore() {
    select(quote("A", null, "0.45", 100), quote("B", "0.40", "0.46", 100));
    assertThat(select(quote("A", "0.40", "0.42", 100), quote("B", "0.40", "0.45", 100)))
        .containsExactly("B", "A");
  }

  @Test
  void remembersMarketsItDidNotAdmit() {
    select(quote("A", "0.40", "0.41", 100), quote("B", "0.40", "0.41", 90));
    assertThat(select(quote("A", "0.40", "0.41", 105), quote("B", "0.40", "0.41", 110)))
        .containsExactly("B", "A");
  }

  @Test
  void comparesWithTheScanBeforeAndNoOlderOne() {
    select(quote("A", "0.40", "0.41", 100), quote("B", "0.40", "0.41", 100));
    select(quote("B", "0.40", "0.41", 100));
    assertThat(select(quote("A", "0.40", "0.41", 900), quote("B", "0.40", "0.41", 101)))
        .containsExactly("B", "A");
  }

  @Test
  void refusesLimitsThatChooseNothing() {
    assertThatThrownBy(() -> new LiquiditySelector(Duration.ZERO, Price.ONE, Quantity.ZERO, 1))
        .hasMessage("scan interval must be positive: PT0S");
    assertThatThrownBy(
            () -> new LiquiditySelector(Duration.ofSeconds(1), Price.ONE, Quantity.ZERO, 0))
        .hasMessage("maxMarkets must be at least 1: 0");
  }

  private List<String> select(MarketQuote... candidates) {
    return selector.select(List.of(candidates)).stream().map(MarketTicker::value).toList();
  }

  private static MarketQuote quote(
      String ticker, @Nullable String bid, @Nullable String ask, long volume) {
    return new MarketQuote(
        MarketTicker.of(ticker),
        bid == null ? null : Price.of(bid),
        ask == null ? null : Price.of(ask),
        Quantity.ofContracts(volume));
  }
}
