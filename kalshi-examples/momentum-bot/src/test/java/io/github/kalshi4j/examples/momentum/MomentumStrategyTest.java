package io.github.kalshi4j.examples.momentum;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.OpenOrder;
import io.github.kalshi4j.strategy.testing.StrategyTester;
import io.github.kalshi4j.strategy.testing.TestBook;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentumStrategyTest {
  private static final MarketFacts MARKET = TestMarkets.bitcoin15Minutes();
  private static final MarketFacts FINE = MARKET.withGrid(PriceGrid.uniform(Price.ofCenticents(1)));
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final StrategyTester tester = StrategyTester.of(new MomentumProvider());

  @Test
  void theGapIsADollarLessBothBids() {
    books("0.46", "0.52", "0.46", "0.52", "0.51", "0.53");
    Intent.Enter entry = tester.entries().getFirst();
    // 1 − 0.51 − 0.47, the best bids for YES and for NO
    assertThat(entry.signal().figures())
        .containsExactly(
            new Figure("gap", "0.020000"),
            new Figure("gapChange", "-0.040000"),
            new Figure("mid", "0.520000"),
            new Figure("midChange", "0.030000"),
            new Figure("points", "3"),
            new Figure("oldestAge", "PT2S"));
  }

  @Test
  void buysYesWhenTheGapClosesUpward() {
    books("0.46", "0.52", "0.46", "0.52", "0.51", "0.53");
    assertThat(tester.entries()).hasSize(1);
    Intent.Enter entry = tester.entries().getFirst();
    assertThat(entry.side()).isEqualTo(YES);
    assertThat(entry.limit()).isEqualTo(Price.of("0.53"));
    assertThat(entry.timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
    assertThat(entry.quantity()).isNull();
    assertThat(entry.reversal()).isFalse();
    assertThat(entry.signal().name()).isEqualTo("convergence");
    assertThat(entry.signal().confidence()).isEqualTo(0.6);
  }

  @Test
  void buysNoWhenTheGapClosesDownward() {
    books("0.48", "0.54", "0.48", "0.54", "0.47", "0.49");
    assertThat(tester.entries()).hasSize(1);
    assertThat(tester.entries().getFirst().side()).isEqualTo(NO);
    assertThat(tester.entries().getFirst().limit()).isEqualTo(Price.of("0.53"));
  }

  @Test
  void actsExactlyAtItsThresholdsAndNotBelowThem() {
    StrategyTester exact = StrategyTester.of(new MomentumProvider()).market(FINE);
    books(exact, "0.45", "0.50", "0.45", "0.50", "0.4850", "0.5050"); // gap −0.03, mid +0.02
    assertThat(exact.entries()).hasSize(1);

    StrategyTester gapShort = StrategyTester.of(new MomentumProvider()).market(FINE);
    books(gapShort, "0.45", "0.50", "0.45", "0.50", "0.4849", "0.5050");
    assertThat(gapShort.intents()).isEmpty();

    StrategyTester moveShort = StrategyTester.of(new MomentumProvider()).market(FINE);
    books(moveShort, "0.45", "0.50", "0.45", "0.50", "0.4850", "0.5049"); // half a step short
    assertThat(moveShort.intents()).isEmpty();
  }

  @Test
  void theConfidenceIsCappedAtOne() {
    books("0.40", "0.46", "0.40", "0.46", "0.51", "0.53");
    assertThat(tester.entries().getFirst().signal().confidence()).isEqualTo(1);
  }

  @Test
  void aClosingGapWithoutAMoveIsNoSignal() {
    books("0.46", "0.52", "0.46", "0.52", "0.49", "0.50");
    assertThat(tester.intents()).isEmpty();
  }

  @Test
  void aMoveAloneIsASignalOnlyWhereAskedFor() {
    books("0.46", "0.48", "0.46", "0.48", "0.49", "0.51");
    assertThat(tester.intents()).isEmpty();

    StrategyTester pure = StrategyTester.of(new MomentumProvider()).with("pureMomentum", "true");
    books(pure, "0.46", "0.48", "0.46", "0.48", "0.49", "0.51");
    assertThat(pure.entries().getFirst().signal().name()).isEqualTo("momentum");
    assertThat(pure.entries().getFirst().signal().confidence()).isEqualTo(0.5);
  }

  @Test
  void aMoveAloneNeedsOneAndAHalfTimesTheEntryAndIsCapped() {
    StrategyTester small = StrategyTester.of(new MomentumProvider()).with("pureMomentum", "true");
    books(small, "0.46", "0.48", "0.46", "0.48", "0.48", "0.51");
    assertThat(small.intents()).isEmpty();

    StrategyTester large = StrategyTester.of(new MomentumProvider()).with("pureMomentum", "true");
    books(large, "0.46", "0.48", "0.46", "0.48", "0.56", "0.58");
    assertThat(large.entries().getFirst().signal().confidence()).isEqualTo(0.8);
  }

  @Test
  void paysOneStepAboveTheMidWhereTheSpreadIsWide() {
    books("0.40", "0.50", "0.40", "0.50", "0.50", "0.54");
    assertThat(tester.entries().getFirst().limit()).isEqualTo(Price.of("0.53"));
  }

  @Test
  void neverPaysMoreThanTheAsk() {
    books("0.40", "0.50", "0.40", "0.50", "0.51", "0.52"); // mid 0.515, rounded up to the ask
    assertThat(tester.entries().getFirst().limit()).isEqualTo(Price.of("0.52"));
  }

  @Test
  void stepsGrowAndShrinkWithTheTaperedGrid() {
    // mid 0.10, where the step above is a cent
    books("0.01", "0.09", "0.01", "0.09", "0.08", "0.12");
    assertThat(tester.entries().getFirst().limit()).isEqualTo(Price.of("0.11"));

    // mid 0.90, where the step above is a tenth of one
    StrategyTester high = StrategyTester.of(new MomentumProvider());
    books(high, "0.80", "0.88", "0.80", "0.88", "0.88", "0.92");
    assertThat(high.entries().getFirst().limit()).isEqualTo(Price.of("0.901"));

    // mid 0.104, between two prices: up to 0.11, which is the ask
    StrategyTester between = StrategyTester.of(new MomentumProvider());
    books(between, "0.01", "0.09", "0.01", "0.09", "0.098", "0.11");
    assertThat(between.entries().getFirst().limit()).isEqualTo(Price.of("0.11"));
  }

  @Test
  void aNoEntryUsesTheGridOfNoPrices() {
    PriceGrid fineBelow =
        PriceGrid.of(
            List.of(PriceBand.of("0", "0.10", "0.001"), PriceBand.of("0.10", "1", "0.01")));
    StrategyTester lopsided =
        StrategyTester.of(new MomentumProvider()).market(MARKET.withGrid(fineBelow));
    books(lopsided, "0.12", "0.20", "0.12", "0.20", "0.08", "0.12");
    assertThat(lopsided.entries().getFirst().side()).isEqualTo(NO);
    assertThat(lopsided.entries().getFirst().limit()).isEqualTo(Price.of("0.901"));
  }

  @Test
  void aPointExactlyAWindowOldStillCounts() {
    tester.book("0.46", "0.52");
    tester.advance(Duration.ofMillis(2500));
    tester.book("0.46", "0.52");
    tester.advance(Duration.ofMillis(2500));
    assertThat(tester.book("0.51", "0.53")).hasSize(1);
  }

  @Test
  void anOlderPointHasLeftTheWindow() {
    tester.book("0.46", "0.52");
    tester.advance(Duration.ofMillis(2500));
    tester.book("0.46", "0.52");
    tester.advance(Duration.ofMillis(2501));
    assertThat(tester.book("0.51", "0.53")).isEmpty();
  }

  @Test
  void aPauseDiscardsTheHistory() {
    assertThat(afterAPauseOf(Duration.ofSeconds(10))).hasSize(1);
    assertThat(afterAPauseOf(Duration.ofMillis(10_001))).isEmpty();
  }

  private static List<Intent> afterAPauseOf(Duration pause) {
    StrategyTester tester = StrategyTester.of(new MomentumProvider()).with("window", "20s");
    tester.book("0.46", "0.52");
    tester.book("0.46", "0.52");
    tester.advance(pause);
    return tester.book("0.51", "0.53");
  }

  @Test
  void analysesAtMostOnceInHalfASecond() {
    tester.book("0.46", "0.52"); // analysed, with too few points
    tester.book("0.46", "0.52");
    tester.advance(Duration.ofMillis(499));
    assertThat(tester.book("0.51", "0.53")).isEmpty();
    tester.advance(Duration.ofMillis(1));
    assertThat(tester.book("0.51", "0.53")).hasSize(1);
  }

  @Test
  void aBookOfOneSideAddsNoPoint() {
    tester.book("0.46", "0.52");
    tester.advance(SECOND);
    tester.book(TestBook.empty().bid("0.46", "100"));
    tester.advance(SECOND);
    assertThat(tester.book("0.51", "0.53")).isEmpty();
  }

  @Test
  void lastTradesCountForTheOutcomeTheTakerBought() {
    StrategyTester trades =
        StrategyTester.of(new MomentumProvider()).with("gapSource", "last-trades");
    trades.trade(YES, "1", "0.48");
    books(trades, "0.46", "0.52"); // nobody has bought NO yet: no point
    trades.trade(NO, "1", "0.52"); // NO at 0.48
    books(trades, "0.46", "0.52", "0.46", "0.52");
    trades.trade(YES, "1", "0.52");
    books(trades, "0.51", "0.53");
    assertThat(trades.entries()).hasSize(1);
    assertThat(trades.entries().getFirst().signal().figures())
        .contains(
            new Figure("gap", "0.000000"),
            new Figure("gapChange", "-0.040000"),
            new Figure("points", "3"));
  }

  @Test
  void addsToAPositionOnTheSameSide() {
    tester.position(YES, "5", "0.50");
    books("0.46", "0.52", "0.46", "0.52", "0.51", "0.53");
    assertThat(tester.entries()).hasSize(1);
  }

  @Test
  void turnsRoundOnAConfidentOppositeSignal() {
    tester.position(YES, "5", "0.50");
    books("0.48", "0.54", "0.48", "0.54");
    assertThat(tester.book("0.47", "0.49"))
        .singleElement()
        .isInstanceOfSatisfying(
            Intent.Exit.class,
            exit -> {
              assertThat(exit.rule()).isEqualTo("reversal");
              assertThat(exit.signal()).isNotNull();
              assertThat(exit.signal().side()).isEqualTo(NO);
            });
    tester.advance(SECOND);
    assertThat(tester.book("0.46", "0.48")).isEmpty(); // still held
    tester.fill(NO, "3", "0.53");
    tester.advance(SECOND);
    assertThat(tester.book("0.46", "0.48")).isEmpty(); // two contracts are left
    tester.book(TestBook.empty().bid("0.45", "10"));
    assertThat(tester.fill(NO, "2", "0.54")).isEmpty(); // flat, but no price to enter at
    assertThat(tester.book("0.44", "0.48"))
        .singleElement()
        .isInstanceOfSatisfying(
            Intent.Enter.class,
            entry -> {
              assertThat(entry.side()).isEqualTo(NO);
              assertThat(entry.reversal()).isTrue();
              assertThat(entry.limit()).isEqualTo(Price.of("0.55")); // mid 0.54 of this book
              assertThat(entry.signal().figures())
                  .as("the newest signal")
                  .contains(new Figure("mid", "0.470000"));
            });
  }

  @Test
  void keepsAPositionAgainstATimidOppositeSignal() {
    tester.position(YES, "5", "0.50");
    books("0.47", "0.53", "0.47", "0.53", "0.47", "0.49"); // confidence 0.4
    assertThat(tester.intents()).isEmpty();
  }

  @Test
  void entersTheOtherSideWithTheFillThatMakesItFlat() {
    tester.position(YES, "5", "0.50");
    books("0.48", "0.54", "0.48", "0.54", "0.47", "0.49");
    assertThat(tester.fill(NO, "5", "0.53"))
        .singleElement()
        .isInstanceOfSatisfying(
            Intent.Enter.class,
            entry -> {
              assertThat(entry.reversal()).isTrue();
              assertThat(entry.limit()).isEqualTo(Price.of("0.53")); // capped at the ask of NO
            });
  }

  @Test
  void turnsOnlyWhenNoOrderIsOnItsWay() {
    tester.position(YES, "5", "0.50");
    books("0.48", "0.54", "0.48", "0.54", "0.47", "0.49");
    tester.openOrders(
        new OpenOrder(
            ClientOrderId.of("entry-1"),
            MARKET.ticker(),
            YES,
            Price.of("0.50"),
            Quantity.ofContracts(5),
            TimeInForce.IMMEDIATE_OR_CANCEL,
            false));
    tester.fill(NO, "5", "0.53");
    assertThat(tester.book("0.46", "0.48")).isEmpty();
    tester.openOrders();
    assertThat(tester.book("0.46", "0.48")).hasSize(1);
  }

  @Test
  void aTurnThatWaitedThroughAPauseIsForgotten() {
    tester.position(YES, "5", "0.50");
    books("0.48", "0.54", "0.48", "0.54", "0.47", "0.49");
    tester.book(TestBook.empty().bid("0.45", "10"));
    tester.fill(NO, "5", "0.53");
    tester.advance(Duration.ofSeconds(11));
    assertThat(tester.book("0.46", "0.48")).isEmpty();
  }

  private void books(String... bidsAndAsks) {
    books(tester, bidsAndAsks);
  }

  /** Gives books of one bid and one ask each, a second apart. */
  private static void books(StrategyTester tester, String... bidsAndAsks) {
    for (int i = 0; i < bidsAndAsks.length; i += 2) {
      tester.book(bidsAndAsks[i], bidsAndAsks[i + 1]);
      tester.advance(SECOND);
    }
  }
}
