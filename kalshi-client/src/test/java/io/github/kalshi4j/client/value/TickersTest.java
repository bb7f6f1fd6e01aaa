package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TickersTest {
  private static final List<Function<String, Object>> TYPES =
      List.of(
          MarketTicker::of,
          EventTicker::of,
          SeriesTicker::of,
          OrderId::of,
          ClientOrderId::of,
          TradeId::of,
          IndexId::of,
          UnderlyingTicker::of);

  @Test
  void showTheirText() {
    for (Function<String, Object> type : TYPES) {
      assertThat(type.apply("KXBTCD-26MAR1213-T69499.99"))
          .hasToString("KXBTCD-26MAR1213-T69499.99")
          .isEqualTo(type.apply("KXBTCD-26MAR1213-T69499.99"))
          .isNotEqualTo(type.apply("KXBTCD"));
    }
  }

  @Test
  void refuseWhatNoTickerHas() {
    for (Function<String, Object> type : TYPES) {
      for (String bad : List.of("", " ", "A B", "A\n", "Ä", "A\u007f", "A".repeat(257))) {
        assertThatThrownBy(() -> type.apply(bad)).isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(type.apply("A".repeat(256))).isNotNull();
    }
  }

  @Test
  void sortByText() {
    assertThat(MarketTicker.of("A")).isLessThan(MarketTicker.of("B"));
    assertThat(EventTicker.of("A")).isLessThan(EventTicker.of("B"));
    assertThat(SeriesTicker.of("A")).isLessThan(SeriesTicker.of("B"));
    assertThat(OrderId.of("A")).isLessThan(OrderId.of("B"));
    assertThat(ClientOrderId.of("A")).isLessThan(ClientOrderId.of("B"));
    assertThat(TradeId.of("A")).isLessThan(TradeId.of("B"));
  }
}
