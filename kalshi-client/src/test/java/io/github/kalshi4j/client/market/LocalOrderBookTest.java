package io.github.kalshi4j.client.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalOrderBookTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  private static final long MICROS = 1_778_687_059_596_955L;

  private final LocalOrderBook book =
      new LocalOrderBook(MARKET, PriceLevelStructure.LINEAR_CENT.grid());

  private static Level level(String price, String quantity) {
    return new Level(Price.of(price), Quantity.of(quantity));
  }

  private boolean apply(BookSide side, String price, long hundredths) {
    return book.apply(side, Price.of(price), hundredths, MICROS);
  }

  @Test
  void isStaleUntilItsFirstSnapshot() {
    assertThat(book.isValid()).isFalse();
    assertThat(apply(BookSide.BID, "0.50", 100)).isFalse();
    assertThat(book.bestBid()).isEmpty();
    assertThat(book.faults()).isZero();

    assertThat(book.reset(List.of(), List.of())).isTrue();
    assertThat(book.isValid()).isTrue();
    assertThat(apply(BookSide.BID, "0.50", 100)).isTrue();
    assertThat(book.bestBid()).hasValue(Price.of("0.50"));
  }

  @Test
  void showsASnapshotInWhateverOrderItCame() {
    book.reset(
        List.of(level("0.52", "3.00"), level("0.01", "0.01"), level("0.50", "2.00")),
        List.of(level("0.99", "7.00"), level("0.57", "5.50")));

    assertThat(book.bestBid()).hasValue(Price.of("0.52"));
    assertThat(book.bestAsk()).hasValue(Price.of("0.57"));
    assertThat(book.best(BookSide.ASK)).hasValue(Price.of("0.57"));
    assertThat(book.bestBid(OutcomeSide.NO)).hasValue(Price.of("0.43"));
    assertThat(book.bestAsk(OutcomeSide.NO)).hasValue(Price.of("0.48"));
    assertThat(book.levels(BookSide.BID, 2))
        .containsExactly(level("0.52", "3.00"), level("0.50", "2.00"));
    assertThat(book.levels(BookSide.ASK, 9))
        .containsExactly(level("0.57", "5.50"), level("0.99", "7.00"));
    assertThat(book.levels(BookSide.ASK, 0)).isEmpty();
    assertThat(book.depth(BookSide.BID)).isEqualTo(3);
    assertThat(book.hundredthsAt(BookSide.ASK, Price.of("0.52"))).isZero();
    assertThat(book.exchangeMicros()).isZero();
    assertThat(book).hasToString(MARKET + " bid 0.5200 ask 0.5700");
  }

  @Test
  void movesItsBestPriceWithTheLevels() {
    book.reset(List.of(level("0.50", "1.00"), level("0.40", "1.00")), List.of());

    apply(BookSide.BID, "0.50", -100);
    assertThat(book.bestBid()).hasValue(Price.of("0.40"));
    apply(BookSide.BID, "0.45", 1);
    assertThat(book.bestBid()).hasValue(Price.of("0.45"));
    apply(BookSide.BID, "0.40", -100);
    apply(BookSide.BID, "0.45", -1);
    assertThat(book.bestBid()).isEmpty();
    assertThat(book.depth(BookSide.BID)).isZero();
    assertThat(book.exchangeMicros()).isEqualTo(MICROS);
  }

  @Test
  void keepsALevelThatWouldBecomeNegativeAndGoesStale() {
    book.reset(List.of(level("0.50", "1.00")), List.of());

    assertThat(apply(BookSide.BID, "0.50", -101)).isFalse();

    assertThat(book.isValid()).isFalse();
    assertThat(book.faults()).isEqualTo(1);
    assertThat(book.hundredthsAt(BookSide.BID, Price.of("0.50"))).isEqualTo(100);
    assertThat(book.exchangeMicros()).isZero();
  }

  @Test
  void countsAnOverflowAndAnImpossiblePriceAsFaults() {
    book.reset(List.of(level("0.50", "1.00")), List.of());
    assertThat(apply(BookSide.BID, "0.50", Long.MAX_VALUE)).isFalse();
    assertThat(book.hundredthsAt(BookSide.BID, Price.of("0.50"))).isEqualTo(100);

    book.reset(List.of(), List.of());
    assertThat(apply(BookSide.ASK, "1.00", 100)).isFalse();
    book.reset(List.of(), List.of());
    assertThat(apply(BookSide.ASK, "0.00", 100)).isFalse();
    assertThat(book.faults()).isEqualTo(3);
    assertThat(book.isValid()).isFalse();
  }

  @Test
  void refusesASnapshotThatNamesAPriceTwice() {
    assertThat(book.reset(List.of(level("0.50", "1"), level("0.50", "2")), List.of())).isFalse();

    assertThat(book.isValid()).isFalse();
    assertThat(book.faults()).isEqualTo(1);
    assertThat(book.depth(BookSide.BID)).isZero();
  }

  @Test
  void skipsSnapshotLevelsWithoutContracts() {
    assertThat(book.reset(List.of(level("0.50", "0.00")), List.of())).isTrue();
    assertThat(book.bestBid()).isEmpty();
  }

  @Test
  void canBeLockedAndCrossedInsideAGroup() {
    book.reset(List.of(level("0.50", "1.00")), List.of(level("0.51", "1.00")));
    assertThat(book.isLocked() || book.isCrossed()).isFalse();

    apply(BookSide.BID, "0.51", 100);
    assertThat(book.isLocked()).isTrue();
    assertThat(book.isCrossed()).isFalse();

    apply(BookSide.BID, "0.52", 100);
    assertThat(book.isCrossed()).isTrue();
    assertThat(book.isLocked()).isFalse();
    assertThat(book.hundredthsAt(BookSide.ASK, Price.of("0.51"))).isEqualTo(100);

    apply(BookSide.ASK, "0.51", -100);
    assertThat(book.isLocked() || book.isCrossed()).isFalse();
  }

  @Test
  void refinesItsGridRatherThanLoseAPrice() {
    book.reset(List.of(level("0.50", "1.00")), List.of(level("0.99", "2.00")));

    assertThat(apply(BookSide.ASK, "0.995", 300)).isTrue();
    assertThat(book.grid()).isEqualTo(PriceLevelStructure.DECI_CENT.grid());
    assertThat(apply(BookSide.BID, "0.5001", 400)).isTrue();
    assertThat(book.grid()).isEqualTo(PriceLevelStructure.CENTER_CENTI_EDGE_CENTI_CENT.grid());

    assertThat(book.levels(BookSide.BID, 9))
        .containsExactly(level("0.5001", "4.00"), level("0.50", "1.00"));
    assertThat(book.levels(BookSide.ASK, 9))
        .containsExactly(level("0.99", "2.00"), level("0.995", "3.00"));
    assertThat(book.faults()).isZero();
  }

  @Test
  void goesToTheFinestGridWhereItsOwnHasFinerPricesThanTheNewOne() {
    LocalOrderBook combo =
        new LocalOrderBook(MARKET, PriceLevelStructure.CENTER_DECI_EDGE_CENTI_CENT.grid());
    combo.reset(List.of(level("0.0001", "1.00")), List.of(level("0.515", "1.00")));

    // 0.5155 is on no published grid; $0.001 would lose the 0.0001 that is there
    assertThat(combo.apply(BookSide.ASK, Price.of("0.5155"), 100, 0)).isTrue();
    assertThat(combo.grid().size()).isEqualTo(9999);
    assertThat(combo.bestBid()).hasValue(Price.of("0.0001"));
  }

  @Test
  void keepsRestingLevelsWhenTheGridChanges() {
    book.reset(List.of(level("0.50", "1.00")), List.of(level("0.60", "2.00")));

    book.useGrid(PriceLevelStructure.TAPERED_DECI_CENT.grid());

    assertThat(book.grid()).isSameAs(PriceLevelStructure.TAPERED_DECI_CENT.grid());
    assertThat(book.isValid()).isTrue();
    assertThat(book.levels(BookSide.BID, 9)).containsExactly(level("0.50", "1.00"));
    assertThat(book.levels(BookSide.ASK, 9)).containsExactly(level("0.60", "2.00"));
  }

  @Test
  void keepsLevelsThatACoarserGridDoesNotHave() {
    book.useGrid(PriceLevelStructure.DECI_CENT.grid());
    book.reset(List.of(level("0.501", "1.00")), List.of(level("0.60", "2.00")));

    book.useGrid(PriceLevelStructure.LINEAR_CENT.grid());

    assertThat(book.grid()).isEqualTo(PriceLevelStructure.DECI_CENT.grid());
    assertThat(book.bestBid()).hasValue(Price.of("0.501"));
  }

  @Test
  void stopsVisitingWhenToldTo() {
    PriceGrid grid = PriceLevelStructure.CENTER_CENTI_EDGE_CENTI_CENT.grid();
    LocalOrderBook fine = new LocalOrderBook(MARKET, grid);
    fine.reset(
        List.of(level("0.9999", "1"), level("0.0001", "1"), level("0.0064", "1")), List.of());
    List<Price> seen = new ArrayList<>();

    fine.forEachLevel(
        BookSide.BID,
        (price, hundredths) -> {
          seen.add(price);
          return seen.size() < 2;
        });

    assertThat(seen).containsExactly(Price.of("0.9999"), Price.of("0.0064"));
  }

  @Test
  void isValidAgainAfterTheNextSnapshot() {
    book.reset(List.of(level("0.50", "1.00")), List.of());
    apply(BookSide.BID, "0.50", 50);
    book.markStale();
    assertThat(book.isValid()).isFalse();
    assertThat(book).hasToString(MARKET + " (stale) bid 0.5000 ask none");

    book.reset(List.of(level("0.48", "1.00")), List.of());

    assertThat(book.isValid()).isTrue();
    assertThat(book.levels(BookSide.BID, 9)).containsExactly(level("0.48", "1.00"));
    assertThat(book.exchangeMicros()).isZero();
  }
}
