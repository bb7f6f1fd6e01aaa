package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class PriceGridLaws {
  @Provide
  Arbitrary<PriceGrid> grids() {
    Arbitrary<PriceGrid> published =
        Arbitraries.of(PriceLevelStructure.class).map(PriceLevelStructure::grid);
    Arbitrary<List<PriceBand>> bands =
        Arbitraries.of(1L, 2L, 5L, 10L, 20L, 25L, 50L, 100L)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(PriceGridLaws::bandsOf);
    return Arbitraries.oneOf(published, bands.map(PriceGrid::of));
  }

  private static List<PriceBand> bandsOf(List<Long> steps) {
    List<PriceBand> bands = new ArrayList<>();
    long width = 10_000 / steps.size() / 100 * 100; // whole cents fit every step
    for (int i = 0; i < steps.size(); i++) {
      long end = i == steps.size() - 1 ? 10_000 : (i + 1) * width;
      bands.add(
          new PriceBand(
              Price.ofCenticents(i * width),
              Price.ofCenticents(end),
              Price.ofCenticents(steps.get(i))));
    }
    return bands;
  }

  @Property(tries = 60)
  void agreesWithTheSetOfItsBandsPrices(
      @ForAll("grids") PriceGrid grid, @ForAll @LongRange(max = 10_000) long centicents) {
    TreeSet<Price> legal = new TreeSet<>();
    for (PriceBand band : grid.bands()) {
      for (long p = band.start().centicents();
          p <= band.end().centicents();
          p += band.step().centicents()) {
        legal.add(Price.ofCenticents(p));
      }
    }
    legal.remove(Price.ZERO);
    legal.remove(Price.ONE);
    Price price = Price.ofCenticents(centicents);

    assertThat(grid.size()).isEqualTo(legal.size());
    assertThat(grid.contains(price)).isEqualTo(legal.contains(price));
    assertThat(grid.indexOf(price))
        .isEqualTo(legal.contains(price) ? legal.headSet(price).size() : -1);
    assertThat(grid.ceiling(price).orElse(null)).isEqualTo(legal.ceiling(price));
    assertThat(grid.floor(price).orElse(null)).isEqualTo(legal.floor(price));
    assertThat(grid.above(price).orElse(null)).isEqualTo(legal.higher(price));
    assertThat(grid.below(price).orElse(null)).isEqualTo(legal.lower(price));
    assertThat(grid.lowest()).isEqualTo(legal.first());
    assertThat(grid.highest()).isEqualTo(legal.last());
  }

  @Property(tries = 60)
  void numbersItsPricesUpward(@ForAll("grids") PriceGrid grid) {
    for (int i = 0; i < grid.size(); i++) {
      assertThat(grid.indexOf(grid.priceAt(i))).isEqualTo(i);
    }
  }

  @Property(tries = 60)
  void seenInNoPricesItHasTheComplements(
      @ForAll("grids") PriceGrid grid, @ForAll @LongRange(max = 10_000) long centicents) {
    Price price = Price.ofCenticents(centicents);

    assertThat(grid.complement().contains(price.complement())).isEqualTo(grid.contains(price));
    assertThat(grid.complement().complement()).isEqualTo(grid);
  }
}
