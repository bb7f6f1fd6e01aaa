package io.github.kalshi4j.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import org.junit.jupiter.api.Test;

/** What fills an order that rests; most orders here bid 0.50 behind 10 contracts. */
class PaperMakerTest {
  private static final long LONG_AFTER = 300;

  private PaperBench bench = new PaperBench(FillModel.PESSIMISTIC);

  private ClientOrderId restBehindTen(FillModel model) {
    bench = new PaperBench(model);
    bench.snapshot("bid 0.49 20, bid 0.50 10, ask 0.55 20");
    ClientOrderId order = bench.rest("bid 0.50 6");
    bench.advance(1);
    return order;
  }

  /** Returns what of the order is filled when this much has traded at its price. */
  private long filledAfterTradeOf(String contracts, ClientOrderId order) {
    bench.advance(LONG_AFTER).trade("bid 0.50 " + contracts);
    return bench.filled(order);
  }

  @Test
  void waitsForTheQueueAhead() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.trade("bid 0.50 7").group("bid 0.50 -7").advance(20);
    assertThat(bench.filled(order)).isZero();
    bench.trade("bid 0.50 5").group("bid 0.50 -3").advance(20);

    assertThat(bench.life(order))
        .containsExactly("accepted", "filled 2.00 at 0.5000: traded after queue ahead");
  }

  @Test
  void joinsTheBackOfTheQueueWithAnEmptyLevelBeforeIt() {
    bench.snapshot("bid 0.49 20, ask 0.55 20");
    ClientOrderId order = bench.rest("bid 0.50 6");
    bench.advance(1).trade("bid 0.50 2");

    assertThat(bench.filled(order)).isEqualTo(200);
  }

  @Test
  void isNotFilledByTradesOnTheOtherSide() {
    ClientOrderId order = restBehindTen(FillModel.OPTIMISTIC);
    bench.trade("ask 0.50 50").trade("ask 0.55 50");

    assertThat(bench.life(order)).containsExactly("accepted");
  }

  @Test
  void asksAreFilledByTradesAtTheirPrice() {
    bench.snapshot("bid 0.45 20, ask 0.50 3");
    ClientOrderId order = bench.rest("ask 0.50 6");
    bench.advance(1).trade("ask 0.50 5").trade("ask 0.51 1");

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 2.00 at 0.5000: traded after queue ahead",
            "filled 1.00 at 0.5000: traded through");
  }

  @Test
  void isFilledByTradesThroughItsPriceWhateverIsAhead() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.trade("bid 0.49 4");

    assertThat(bench.life(order))
        .containsExactly("accepted", "filled 4.00 at 0.5000: traded through");
  }

  @Test
  void hasNothingAheadAfterATradeThroughItsPrice() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.trade("bid 0.49 4");

    assertThat(filledAfterTradeOf("1", order)).isEqualTo(500);
  }

  @Test
  void isNeverFilledBeyondItsQuantity() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.trade("bid 0.50 1000").trade("bid 0.49 1000");

    assertThat(bench.filled(order)).isEqualTo(600);
    bench.cancel(order);
    assertThat(bench.life(order)).endsWith("cancel refused");
  }

  @Test
  void takesIncreasesAsBehind() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 100");

    assertThat(filledAfterTradeOf("11", order)).isEqualTo(100);
  }

  @Test
  void aCancellationIsAheadWhenOptimistic() {
    ClientOrderId order = restBehindTen(FillModel.OPTIMISTIC);
    bench.group("bid 0.50 10").group("bid 0.50 -8");

    assertThat(filledAfterTradeOf("3", order)).isEqualTo(100);
  }

  @Test
  void aCancellationIsProRataWhenExpected() {
    ClientOrderId order = restBehindTen(FillModel.EXPECTED);
    bench.group("bid 0.50 10").group("bid 0.50 -8"); // 4 of 10 ahead

    assertThat(filledAfterTradeOf("7", order)).isEqualTo(100);
  }

  @Test
  void roundingNeverMovesItUp() {
    ClientOrderId order = restBehindTen(FillModel.EXPECTED);
    bench.group("bid 0.50 20").group("bid 0.50 -0.02"); // a third of 0.02 is ahead

    assertThat(filledAfterTradeOf("10.01", order)).isEqualTo(1);
  }

  @Test
  void sharesOfHugeLevelsAreExact() {
    bench = new PaperBench(FillModel.EXPECTED);
    bench.snapshot("bid 0.50 60000000, ask 0.55 20");
    ClientOrderId order = bench.rest("bid 0.50 6");
    bench.group("bid 0.50 60000000").group("bid 0.50 -60000000");

    assertThat(filledAfterTradeOf("30000001", order)).isEqualTo(100);
  }

  @Test
  void aCancellationIsBehindWhenPessimistic() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 10").group("bid 0.50 -8");

    assertThat(filledAfterTradeOf("11", order)).isEqualTo(100);
  }

  @Test
  void aCancellationIsAheadWhenNothingIsBehindEvenWhenPessimistic() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 3").group("bid 0.50 -8");

    assertThat(filledAfterTradeOf("6", order)).isEqualTo(100);
  }

  @Test
  void whatComesAfterACancellationCannotHaveBeenBehindIt() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 -8").group("bid 0.50 8");

    assertThat(filledAfterTradeOf("3", order)).isEqualTo(100);
  }

  @Test
  void countsATradeOnceWhenItsDecreaseComesFirst() {
    for (FillModel model : FillModel.values()) {
      ClientOrderId order = restBehindTen(model);
      bench.group("bid 0.50 -4").advance(100).trade(BookSide.BID, Price.ofCents(50), 400, 95);

      assertThat(filledAfterTradeOf("7", order)).as(model.label()).isEqualTo(100);
    }
  }

  @Test
  void countsATradeOnceWhenItsDecreaseComesLater() {
    for (FillModel model : FillModel.values()) {
      ClientOrderId order = restBehindTen(model);
      bench.trade("bid 0.50 4").advance(5).group("bid 0.50 -4");

      assertThat(filledAfterTradeOf("7", order)).as(model.label()).isEqualTo(100);
    }
  }

  @Test
  void holdsADecreaseNoLongerThanAQuarterSecond() {
    ClientOrderId within = restBehindTen(FillModel.OPTIMISTIC);
    bench.group("bid 0.50 -4").advance(250).trade(BookSide.BID, Price.ofCents(50), 400, 250);
    assertThat(filledAfterTradeOf("6", within)).isZero();

    ClientOrderId beyond = restBehindTen(FillModel.OPTIMISTIC);
    bench.group("bid 0.50 -4").advance(251).trade(BookSide.BID, Price.ofCents(50), 400, 251);
    assertThat(filledAfterTradeOf("6", beyond)).isEqualTo(400);
  }

  @Test
  void joinsTradesAndDecreasesOfTheSameMomentOnly() {
    ClientOrderId within = restBehindTen(FillModel.OPTIMISTIC);
    bench.group("bid 0.50 -4").advance(5).trade("bid 0.50 4");
    assertThat(filledAfterTradeOf("6", within)).isZero();

    ClientOrderId beyond = restBehindTen(FillModel.OPTIMISTIC);
    bench.group("bid 0.50 -4").advance(6).trade("bid 0.50 4");
    assertThat(filledAfterTradeOf("6", beyond)).isEqualTo(400);
  }

  @Test
  void aTradeIsAheadOfACancellationThatWasSeenBeforeIt() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 10");
    bench.group("bid 0.50 -14").advance(10); // a cancellation: 6 left, at most 6 ahead
    bench.trade("bid 0.50 2").group("bid 0.50 -2"); // leaves at most 4

    assertThat(filledAfterTradeOf("5", order)).isEqualTo(100);
  }

  @Test
  void aTradeToldLateIsAheadOfACancellationThatWasSeenBeforeIt() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 10");
    bench.group("bid 0.50 -14").advance(10); // a cancellation: 6 left, at most 6 ahead
    bench.group("bid 0.50 -2").trade("bid 0.50 2"); // leaves at most 4

    assertThat(filledAfterTradeOf("5", order)).isEqualTo(100);
  }

  @Test
  void aCancellationSeenBetweenATradeAndItsDecreaseCountsBoth() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.trade(BookSide.BID, Price.ofCents(50), 400, -20); // the book is 20 ms behind
    bench.advance(10).group("bid 0.50 -3").advance(10).group("bid 0.50 -4");

    assertThat(filledAfterTradeOf("4", order)).isEqualTo(100);
  }

  @Test
  void aTradeWithoutADecreaseIsForgotten() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.group("bid 0.50 10").trade("bid 0.50 4").advance(LONG_AFTER);
    bench.group("bid 0.50 -12"); // 8 left, of which 6 are ahead

    assertThat(filledAfterTradeOf("7", order)).isEqualTo(100);
  }

  @Test
  void isNotMovedUpByADecreaseFromBeforeItJoined() {
    bench = new PaperBench(FillModel.OPTIMISTIC);
    bench.snapshot("bid 0.50 10, ask 0.55 20").group("bid 0.50 -4");
    ClientOrderId order = bench.rest("bid 0.50 6");

    assertThat(filledAfterTradeOf("7", order)).isEqualTo(100);
  }

  @Test
  void isNotFilledByATradeThatIsOlderThanTheBookItJoined() {
    bench.snapshot("bid 0.50 10, ask 0.55 20").group("bid 0.50 -10");
    bench.advance(LONG_AFTER).group("bid 0.45 1");
    ClientOrderId order = bench.rest("bid 0.50 6");
    bench.trade(BookSide.BID, Price.ofCents(50), 1_000, LONG_AFTER);

    assertThat(bench.life(order)).containsExactly("accepted");
  }

  @Test
  void isNotFilledByATradeWhoseDecreaseItNeverSaw() {
    bench.snapshot("bid 0.50 10, ask 0.55 20");
    bench.group("bid 0.50 -10");
    bench.advance(2);
    ClientOrderId order = bench.rest("bid 0.50 6");
    bench.advance(1).trade(BookSide.BID, Price.ofCents(50), 1_000, 3);

    assertThat(bench.life(order)).containsExactly("accepted");
  }

  @Test
  void movesUpWhenADecreaseFollowsATradeFromBeforeItJoined() {
    bench.snapshot("bid 0.50 10, ask 0.55 20");
    bench.trade("bid 0.50 4");
    ClientOrderId order = bench.rest("bid 0.50 6"); // sees 10 ahead, of which 4 are gone
    bench.advance(1).group("bid 0.50 -4");

    assertThat(filledAfterTradeOf("7", order)).isEqualTo(100);
  }

  @Test
  void ignoresBlockTrades() {
    ClientOrderId order = restBehindTen(FillModel.OPTIMISTIC);
    bench.print(BookSide.BID, Price.ofCents(49), 5_000, 0, true);
    bench.settleDown();

    assertThat(bench.life(order)).containsExactly("accepted");
  }

  @Test
  void sharesOneTradeAmongItsOrdersFirstComeFirstServed() {
    ClientOrderId first = restBehindTen(FillModel.PESSIMISTIC);
    ClientOrderId second = bench.rest("bid 0.50 6");
    bench.advance(1).trade("bid 0.50 18");

    assertThat(bench.filled(first)).isEqualTo(600);
    assertThat(bench.filled(second)).isEqualTo(200);
  }

  @Test
  void aBetterPriceIsServedBeforeAnEarlierOrder() {
    ClientOrderId worse = restBehindTen(FillModel.PESSIMISTIC);
    ClientOrderId better = bench.rest("bid 0.51 4");
    bench.advance(1).trade("bid 0.49 7");

    assertThat(bench.filled(better)).isEqualTo(400);
    assertThat(bench.filled(worse)).isEqualTo(300);
  }

  @Test
  void isFilledWhenTheOtherSideHasPassedIt() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.delta("bid 0.50 -10").delta("bid 0.49 -20").delta("ask 0.49 2").delta("ask 0.48 2");
    assertThat(bench.filled(order)).isZero();
    bench.groupEnd();

    assertThat(bench.life(order))
        .containsExactly("accepted", "filled 4.00 at 0.5000: opposite best crossed");
    bench.groupEnd();
    assertThat(bench.filled(order)).isEqualTo(400); // what passed it is consumed
    assertThat(bench.filled(bench.take("bid 0.49 4"))).isZero();
  }

  @Test
  void isNotFilledWhenTheOtherSideOnlyMeetsIt() {
    for (FillModel model : FillModel.values()) {
      ClientOrderId order = restBehindTen(model);
      bench.group("bid 0.50 -10", "ask 0.50 5").advance(LONG_AFTER).groupEnd();

      assertThat(bench.life(order)).as(model.label()).containsExactly("accepted");
    }
  }

  @Test
  void sharesWhatPassedItAmongItsOrders() {
    bench.snapshot("bid 0.45 5, ask 0.60 5");
    ClientOrderId far = bench.rest("ask 0.52 4");
    ClientOrderId near = bench.rest("ask 0.51 4");
    bench.group("bid 0.53 6");

    assertThat(bench.filled(near)).isEqualTo(400);
    assertThat(bench.filled(far)).isEqualTo(200);
  }

  @Test
  void takesTheNetChangeOfASnapshotAsOneChange() {
    ClientOrderId pessimistic = restBehindTen(FillModel.PESSIMISTIC);
    bench.snapshot("bid 0.50 4, ask 0.55 20");
    assertThat(filledAfterTradeOf("5", pessimistic)).isEqualTo(100);

    ClientOrderId grown = restBehindTen(FillModel.PESSIMISTIC);
    bench.snapshot("bid 0.50 40, ask 0.55 20");
    assertThat(filledAfterTradeOf("11", grown)).isEqualTo(100);

    ClientOrderId expected = restBehindTen(FillModel.EXPECTED);
    bench.group("bid 0.50 10").snapshot("bid 0.50 12, ask 0.55 20");
    assertThat(filledAfterTradeOf("7", expected)).isEqualTo(100);
  }

  @Test
  void aTradeBeforeASnapshotIsPartOfItsNetChange() {
    ClientOrderId order = restBehindTen(FillModel.OPTIMISTIC);
    bench.trade("bid 0.50 4").snapshot("bid 0.50 6, ask 0.55 20");

    assertThat(filledAfterTradeOf("7", order)).isEqualTo(100);
  }

  @Test
  void aTradeCountedInASnapshotAbsorbsNothingElse() {
    ClientOrderId order = restBehindTen(FillModel.OPTIMISTIC);
    bench.trade("bid 0.50 4").snapshot("bid 0.50 6, ask 0.55 20").group("bid 0.50 -2");

    assertThat(filledAfterTradeOf("5", order)).isEqualTo(100);
  }

  @Test
  void aTradeToldAfterASnapshotIsPartOfItsNetChange() {
    ClientOrderId order = restBehindTen(FillModel.OPTIMISTIC);
    bench.snapshot("bid 0.50 6, ask 0.55 20").trade("bid 0.50 4");

    assertThat(filledAfterTradeOf("7", order)).isEqualTo(100);
  }

  @Test
  void joinsTheQueueAtTheSnapshotThatEndsAStaleBook() {
    bench.snapshot("bid 0.50 10, ask 0.55 20").stale();
    ClientOrderId order = bench.rest("bid 0.50 6");
    bench.snapshot("bid 0.50 15, ask 0.55 20");

    assertThat(filledAfterTradeOf("16", order)).isEqualTo(100);
  }

  @Test
  void keepsItsPlaceOverAStaleBook() {
    ClientOrderId order = restBehindTen(FillModel.PESSIMISTIC);
    bench.stale().trade("bid 0.50 8").snapshot("bid 0.50 10, ask 0.55 20");

    assertThat(bench.life(order)).containsExactly("accepted");
    assertThat(filledAfterTradeOf("11", order)).isEqualTo(100);
  }

  @Test
  void cancelsWhatCanNoLongerBePaid() {
    PaperBench poor =
        new PaperBench(
            FillModel.PESSIMISTIC,
            PaperBench.NONE,
            Money.of("5.10"),
            PaperBench.CENTS,
            FeeSchedule.STANDARD);
    poor.snapshot("bid 0.30 10, ask 0.48 10");
    poor.take("bid 0.48 10");
    ClientOrderId exit = poor.rest("ask 0.40 10"); // closes, so it reserves nothing
    poor.take("ask 0.30 10"); // and now it would open
    poor.advance(1).trade("ask 0.40 10");

    assertThat(poor.life(exit)).containsExactly("accepted", "canceled 10.00: MarginCancel");
    assertThat(poor.venue.cash().signum()).isPositive();
  }
}
