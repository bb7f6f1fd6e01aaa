package io.github.kalshi4j.client.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class LocalOrderBookLaws {
  private record Change(BookSide side, Price price, long hundredths) {}

  @Provide
  Arbitrary<PriceGrid> grids() {
    return Arbitraries.of(PriceLevelStructure.class).map(PriceLevelStructure::grid);
  }

  /** Changes on few prices, so that levels are emptied, and on any grid, so that books refine. */
  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<Price> prices =
        Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(1, 99).map(p -> p * 100)),
                Tuple.of(2, Arbitraries.longs().between(1, 999).map(p -> p * 10)),
                Tuple.of(1, Arbitraries.longs().between(1, 9_999)))
            .map(Price::ofCenticents);
    return Combinators.combine(
            Arbitraries.of(BookSide.class), prices, Arbitraries.longs().between(-300, 400))
        .as(Change::new)
        .list()
        .ofMaxSize(150);
  }

  @Property(tries = 200)
  void showsWhatATreeOfLevelsShows(
      @ForAll("grids") PriceGrid grid,
      @ForAll("grids") PriceGrid laterGrid,
      @ForAll("changes") List<Change> changes) {
    LocalOrderBook book = new LocalOrderBook(MarketTicker.of("A"), grid);
    book.reset(List.of(), List.of());
    Map<BookSide, TreeMap<Price, Long>> reference = new EnumMap<>(BookSide.class);
    reference.put(BookSide.BID, new TreeMap<>(Comparator.reverseOrder()));
    reference.put(BookSide.ASK, new TreeMap<>());
    long faults = 0;
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      TreeMap<Price, Long> levels = reference.get(change.side);
      long sum = levels.getOrDefault(change.price, 0L) + change.hundredths;

      boolean applied = book.apply(change.side, change.price, change.hundredths, i);

      assertThat(applied).isEqualTo(sum >= 0);
      if (sum > 0) {
        levels.put(change.price, sum);
      } else if (sum == 0) {
        levels.remove(change.price);
      } else {
        faults++;
        assertThat(book.isValid()).isFalse();
        assertThat(book.reset(levelsOf(reference, BookSide.BID), levelsOf(reference, BookSide.ASK)))
            .isTrue();
      }
      if (i == changes.size() / 2) {
        book.useGrid(laterGrid);
      }
      assertSame(book, reference);
    }
    assertThat(book.faults()).isEqualTo(faults);
    assertThat(book.isValid()).isTrue();
  }

  private static void assertSame(
      LocalOrderBook book, Map<BookSide, TreeMap<Price, Long>> reference) {
    for (BookSide side : BookSide.values()) {
      TreeMap<Price, Long> levels = reference.get(side);
      assertThat(book.best(side).orElse(null))
          .isEqualTo(levels.isEmpty() ? null : levels.firstKey());
      assertThat(book.depth(side)).isEqualTo(levels.size());
      assertThat(book.levels(side, Integer.MAX_VALUE)).isEqualTo(levelsOf(reference, side));
      levels.forEach(
          (price, hundredths) -> assertThat(book.hundredthsAt(side, price)).isEqualTo(hundredths));
    }
    TreeMap<Price, Long> bids = reference.get(BookSide.BID);
    TreeMap<Price, Long> asks = reference.get(BookSide.ASK);
    boolean both = !bids.isEmpty() && !asks.isEmpty();
    assertThat(book.isCrossed()).isEqualTo(both && bids.firstKey().isAbove(asks.firstKey()));
    assertThat(book.isLocked()).isEqualTo(both && bids.firstKey().equals(asks.firstKey()));
  }

  private static List<Level> levelsOf(
      Map<BookSide, TreeMap<Price, Long>> reference, BookSide side) {
    List<Level> levels = new ArrayList<>();
    reference
        .get(side)
        .forEach(
            (price, hundredths) -> levels.add(new Level(price, Quantity.ofHundredths(hundredths))));
    return levels;
  }
}
