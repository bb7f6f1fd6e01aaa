package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceGridTest {
  @ParameterizedTest
  @CsvSource({
    // name, legal prices, lowest, the price after 0.05, after 0.10, after 0.50, after 0.90
    "linear_cent, 99, 0.01, 0.06, 0.11, 0.51, 0.91",
    "deci_cent, 999, 0.001, 0.051, 0.101, 0.501, 0.901",
    "tapered_deci_cent, 279, 0.001, 0.051, 0.11, 0.51, 0.901",
    "center_whole_edge_half_cent, 119, 0.005, 0.055, 0.11, 0.51, 0.905",
    "center_whole_edge_quint_cent, 179, 0.002, 0.052, 0.11, 0.51, 0.902",
    "center_half_edge_half_cent, 199, 0.005, 0.055, 0.105, 0.505, 0.905",
    "center_half_edge_quint_cent, 259, 0.002, 0.052, 0.105, 0.505, 0.902",
    "center_half_edge_deci_cent, 359, 0.001, 0.051, 0.105, 0.505, 0.901",
    "center_quint_edge_quint_cent, 499, 0.002, 0.052, 0.102, 0.502, 0.902",
    "center_quint_edge_deci_cent, 599, 0.001, 0.051, 0.102, 0.502, 0.901",
    "center_centi_edge_centi_cent, 9999, 0.0001, 0.0501, 0.1001, 0.5001, 0.9001",
    "center_deci_edge_centi_cent, 1179, 0.0001, 0.051, 0.101, 0.501, 0.901"
  })
  void knowsEveryPublishedStructure(
      String name, int size, Price lowest, Price p05, Price p10, Price p50, Price p90) {
    PriceGrid grid = PriceLevelStructure.parse(name).orElseThrow().grid();

    assertThat(grid.size()).isEqualTo(size);
    assertThat(grid.lowest()).isEqualTo(lowest);
    assertThat(grid.highest()).isEqualTo(lowest.complement());
    assertThat(grid.above(Price.of("0.05"))).hasValue(p05);
    assertThat(grid.above(Price.of("0.10"))).hasValue(p10);
    assertThat(grid.above(Price.of("0.50"))).hasValue(p50);
    assertThat(grid.above(Price.of("0.90"))).hasValue(p90);
  }

  @Test
  void allowsWholeCentsAndNeitherEndOnEveryPublishedStructure() {
    assertThat(PriceLevelStructure.values()).hasSize(12);
    for (PriceLevelStructure structure : PriceLevelStructure.values()) {
      PriceGrid grid = structure.grid();
      for (int cents = 1; cents <= 99; cents++) {
        assertThat(grid.contains(Price.ofCents(cents))).as("%s %s", structure, cents).isTrue();
      }
      assertThat(grid.contains(Price.ZERO)).isFalse();
      assertThat(grid.contains(Price.ONE)).isFalse();
      assertThat(grid.complement()).isEqualTo(grid);
      assertThat(PriceLevelStructure.parse(structure.wire())).hasValue(structure);
    }
  }

  @Test
  void readsAStructureItDoesNotKnowByItsRanges() {
    assertThat(PriceLevelStructure.parse("banded_centi_cent")).isEmpty();
    PriceGrid grid =
        PriceGrid.of(
            List.of(
                PriceBand.of("0.0000", "0.0200", "0.0001"),
                PriceBand.of("0.0200", "0.9000", "0.0100"),
                PriceBand.of("0.9000", "1.0000", "0.0025")));

    assertThat(grid.contains(Price.of("0.0199"))).isTrue();
    assertThat(grid.contains(Price.of("0.0201"))).isFalse();
    assertThat(grid.contains(Price.of("0.9025"))).isTrue();
    assertThat(grid.complement().contains(Price.of("0.0975"))).isTrue();
    assertThat(grid.complement().contains(Price.of("0.9025"))).isFalse();
  }

  @Test
  void allowsAPriceOnEitherBandWhereTheyMeetOrOverlap() {
    PriceGrid grid =
        PriceGrid.of(
            List.of(PriceBand.of("0.0", "0.5", "0.02"), PriceBand.of("0.47", "0.99", "0.04")));

    assertThat(grid.contains(Price.of("0.50"))).isTrue(); // ends the first band only
    assertThat(grid.contains(Price.of("0.47"))).isTrue(); // begins the second band only
    assertThat(grid.contains(Price.of("0.49"))).isFalse();
    assertThat(grid.contains(Price.of("0.51"))).isTrue();
    assertThat(grid.contains(Price.of("0.99"))).isTrue();
  }

  @Test
  void allowsNothingBetweenBands() {
    PriceGrid grid =
        PriceGrid.of(List.of(PriceBand.of("0", "0.10", "0.01"), PriceBand.of("0.90", "1", "0.01")));

    assertThat(grid.above(Price.of("0.10"))).hasValue(Price.of("0.90"));
    assertThat(grid.floor(Price.of("0.50"))).hasValue(Price.of("0.10"));
  }

  @Test
  void endsAtTheLowestAndHighestPrice() {
    PriceGrid cents = PriceGrid.uniform(Price.ofCents(1));

    assertThat(cents.below(Price.ofCents(1))).isEmpty();
    assertThat(cents.below(Price.ZERO)).isEmpty();
    assertThat(cents.floor(Price.ZERO)).isEmpty();
    assertThat(cents.above(Price.ofCents(99))).isEmpty();
    assertThat(cents.above(Price.ONE)).isEmpty();
    assertThat(cents.ceiling(Price.ONE)).isEmpty();
    assertThat(cents.floor(Price.ONE)).hasValue(Price.ofCents(99));
    assertThat(cents.ceiling(Price.ZERO)).hasValue(Price.ofCents(1));
    assertThat(cents.indexOf(Price.of("0.005"))).isEqualTo(-1);
    assertThatThrownBy(() -> cents.priceAt(99)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sharesEqualRangesAndComparesByPrices() {
    PriceGrid whole = PriceGrid.of(List.of(PriceBand.of("0", "1", "0.01")));
    PriceGrid halves =
        PriceGrid.of(List.of(PriceBand.of("0", "0.5", "0.01"), PriceBand.of("0.5", "1", "0.01")));

    assertThat(PriceGrid.uniform(Price.ofCents(1))).isSameAs(whole);
    assertThat(halves).isEqualTo(whole).hasSameHashCodeAs(whole).isNotSameAs(whole);
    assertThat(PriceLevelStructure.DECI_CENT.grid()).isNotEqualTo(whole);
  }

  @Test
  void refusesBandsThatCannotBe() {
    assertThatThrownBy(() -> PriceBand.of("0", "1", "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no step");
    assertThatThrownBy(() -> PriceBand.of("0.5", "0.5", "0.01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> PriceBand.of("0", "1", "0.03"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0300");
    assertThatThrownBy(() -> PriceGrid.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PriceGrid.of(List.of(PriceBand.of("0", "1", "1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
