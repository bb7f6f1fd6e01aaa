package io.github.kalshi4j.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTakerTest {
  private final PaperBench bench = new PaperBench(FillModel.PESSIMISTIC);

  @Test
  void walksTheBookBestFirstWithinTheLimit() {
    bench.snapshot("ask 0.52 5, ask 0.53 5, ask 0.55 5");
    ClientOrderId order = bench.take("bid 0.54 20");

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 5.00 at 0.5200: took displayed quantity",
            "filled 5.00 at 0.5300: took displayed quantity",
            "canceled 10.00: immediate_or_cancel");
    assertThat(bench.venue.position(PaperBench.MARKET)).isEqualTo(1_000);
    assertThat(bench.venue.usedMakers()).isFalse();
  }

  @Test
  void sellsIntoTheHighestBidsFirst() {
    bench.snapshot("bid 0.40 5, bid 0.48 5, bid 0.49 5");
    ClientOrderId order = bench.takeAll("ask 0.45 8");

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 5.00 at 0.4900: took displayed quantity",
            "filled 3.00 at 0.4800: took displayed quantity");
    assertThat(bench.venue.position(PaperBench.MARKET)).isEqualTo(-800);
  }

  @Test
  void paysForWhatOpensAndIsPaidOutForWhatCloses() {
    bench.snapshot("bid 0.52 1, ask 0.53 1");
    // the demo exchange's own figures: 1 NO at 0.52, given back at 0.48
    bench.group("bid 0.52 -1", "bid 0.48 1");
    bench.take("ask 0.48 1");
    assertThat(bench.venue.cash()).isEqualTo(Money.of("9999.4625"));
    bench.group("ask 0.53 -1", "ask 0.52 1");
    bench.take("bid 0.52 1");

    assertThat(bench.venue.cash()).isEqualTo(Money.of("9999.925"));
    assertThat(bench.venue.totalFees()).isEqualTo(Money.of("0.035"));
    assertThat(bench.venue.position(PaperBench.MARKET)).isZero();
  }

  @Test
  void turnsAPositionRoundInOneFill() {
    bench.snapshot("bid 0.40 30, ask 0.50 10");
    bench.take("bid 0.50 10");
    Money before = bench.venue.cash();
    bench.take("ask 0.40 30");

    // closes 10 at 0.40, opens 20 NO at 0.60; fee 0.07 × 30 × 0.24
    assertThat(bench.venue.cash())
        .isEqualTo(before.plus(Money.of("4.00")).minus(Money.of("12.00")).minus(Money.of("0.504")));
    assertThat(bench.venue.position(PaperBench.MARKET)).isEqualTo(-2_000);
  }

  @Test
  void consumesWhatItTakes() {
    bench.snapshot("ask 0.52 10");
    bench.take("bid 0.52 6");
    ClientOrderId second = bench.take("bid 0.52 6");

    assertThat(bench.filled(second)).isEqualTo(400);
  }

  @Test
  void givesBackAsMuchAsTheLevelDecreases() {
    bench.snapshot("ask 0.52 10");
    bench.take("bid 0.52 10");
    bench.group("ask 0.52 -4"); // 6 shown, 6 taken
    assertThat(bench.filled(bench.take("bid 0.52 10"))).isZero();
    bench.group("ask 0.52 3"); // 9 shown, 6 taken
    assertThat(bench.filled(bench.take("bid 0.52 10"))).isEqualTo(300);
  }

  @Test
  void forgetsWhatItTookWhenTheLevelIsEmptied() {
    bench.snapshot("ask 0.52 10, ask 0.60 1");
    bench.take("bid 0.52 10");
    bench.group("ask 0.52 -10", "ask 0.52 4");

    assertThat(bench.filled(bench.take("bid 0.52 10"))).isEqualTo(400);
  }

  @Test
  void forgetsWhatItTookAtASnapshot() {
    bench.snapshot("ask 0.52 10");
    bench.take("bid 0.52 10");
    bench.snapshot("ask 0.52 10");

    assertThat(bench.filled(bench.take("bid 0.52 10"))).isEqualTo(1_000);
  }

  @Test
  void restsWhatGoodTillCanceledCannotMatch() {
    bench.snapshot("ask 0.52 5");
    ClientOrderId order = bench.rest("bid 0.52 8");
    bench.cancel(order);

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 5.00 at 0.5200: took displayed quantity",
            "canceled 3.00: canceled");
    assertThat(bench.venue.usedMakers()).isTrue();
  }

  @Test
  void refusesFillOrKillThatIsShortOfOneHundredth() {
    bench.snapshot("ask 0.52 5, ask 0.53 4.99, ask 0.54 50");

    assertThat(bench.life(bench.takeAll("bid 0.53 10")))
        .containsExactly("refused: fill_or_kill_insufficient_resting_volume");
    assertThat(bench.filled(bench.takeAll("bid 0.53 9.99"))).isEqualTo(999);
  }

  @Test
  void refusesPostOnlyThatWouldCross() {
    bench.snapshot("bid 0.50 5, ask 0.52 5");

    assertThat(bench.life(postOnly(BookSide.BID, "0.52")))
        .containsExactly("refused: post_only_cross");
    assertThat(bench.life(postOnly(BookSide.BID, "0.51"))).containsExactly("accepted");
    assertThat(bench.life(postOnly(BookSide.ASK, "0.51")))
        .containsExactly("refused: post_only_cross"); // our own bid is there now
  }

  private ClientOrderId postOnly(BookSide side, String price) {
    return bench.place(
        LimitOrder.goodTillCanceled(
                PaperBench.MARKET, side, Price.of(price), Quantity.ofContracts(1))
            .withPostOnly(true));
  }

  @Test
  void refusesPricesOffTheGrid() {
    bench.snapshot("ask 0.52 5");

    assertThat(bench.life(bench.take("bid 0.525 1"))).containsExactly("refused: invalid_price");
  }

  @Test
  void takesSubCentPricesWhereATaperedGridHasThem() {
    PriceGrid tapered =
        PriceGrid.of(
            List.of(
                PriceBand.of("0.0000", "0.1000", "0.0010"),
                PriceBand.of("0.1000", "0.9000", "0.0100"),
                PriceBand.of("0.9000", "1.0000", "0.0010")));
    PaperBench tails =
        new PaperBench(
            FillModel.PESSIMISTIC,
            PaperBench.NONE,
            Money.ofDollars(100),
            tapered,
            FeeSchedule.STANDARD);
    tails.snapshot("bid 0.055 3, ask 0.057 3");

    assertThat(tails.life(tails.takeAll("bid 0.057 3")))
        .containsExactly("accepted", "filled 3.00 at 0.0570: took displayed quantity");
    assertThat(tails.life(tails.take("bid 0.505 1"))).containsExactly("refused: invalid_price");
    assertThat(tails.life(tails.rest("bid 0.056 1"))).containsExactly("accepted");
    // 3 × 0.057 and the fee of 0.011288 and what aligns them to $0.0001
    assertThat(tails.venue.cash()).isEqualTo(Money.of("99.8177"));
  }

  @Test
  void refusesWhatCannotBePaid() {
    PaperBench poor = withCash("5.00");
    poor.snapshot("bid 0.40 100, ask 0.50 100");

    assertThat(poor.life(poor.take("bid 0.50 10"))) // 5.00 and a fee of 0.175
        .containsExactly("refused: insufficient_balance");
    assertThat(poor.filled(poor.take("bid 0.50 9"))).isEqualTo(900);
  }

  @Test
  void reservesTheWorstCaseOfEveryRestingOrder() {
    PaperBench poor = withCash("10.00");
    poor.snapshot("bid 0.40 100, ask 0.50 100");
    poor.rest("bid 0.45 10"); // 4.50
    poor.rest("ask 0.55 10"); // 4.50

    assertThat(poor.life(poor.rest("bid 0.30 4"))).containsExactly("refused: insufficient_balance");
    assertThat(poor.life(poor.rest("bid 0.25 4"))).containsExactly("accepted");
    assertThat(poor.venue.cash()).isEqualTo(Money.of("10.00"));
  }

  @Test
  void reservesForAllButTheFirstOfTwoOrdersThatCloseTheSamePosition() {
    PaperBench poor = withCash("10.00");
    poor.snapshot("bid 0.40 100, ask 0.48 10");
    poor.take("bid 0.48 10"); // leaves some 5.02
    poor.rest("ask 0.60 10");
    poor.rest("ask 0.70 10"); // opens NO at 0.30 if both are filled

    assertThat(poor.life(poor.rest("bid 0.41 6"))).containsExactly("refused: insufficient_balance");
    assertThat(poor.life(poor.rest("bid 0.41 4"))).containsExactly("accepted");
  }

  @Test
  void neverAsksForMoneyToClose() {
    PaperBench poor = withCash("5.00");
    poor.snapshot("bid 0.40 100, ask 0.48 100");
    poor.take("bid 0.48 10");
    assertThat(poor.venue.cash()).isLessThan(Money.of("0.10"));

    assertThat(poor.filled(poor.takeAll("ask 0.40 10"))).isEqualTo(1_000);
  }

  @Test
  void closesEvenWhenRestingOrdersReserveMoreThanThereIs() {
    PaperBench poor = withCash("5.10");
    poor.snapshot("bid 0.30 100, ask 0.48 100");
    poor.take("bid 0.48 10");
    poor.rest("ask 0.40 10");
    poor.takeAll("ask 0.30 5"); // half of the resting order would open NO at 0.60 now

    assertThat(poor.filled(poor.takeAll("ask 0.30 5"))).isEqualTo(500);
  }

  @Test
  void asksForMoneyForThePartThatOpens() {
    PaperBench poor = withCash("5.00");
    poor.snapshot("bid 0.40 100, ask 0.48 100");
    poor.take("bid 0.48 10");

    assertThat(poor.life(poor.take("ask 0.40 20")))
        .containsExactly("refused: insufficient_balance");
  }

  private static PaperBench withCash(String cash) {
    return new PaperBench(
        FillModel.PESSIMISTIC,
        PaperBench.NONE,
        Money.of(cash),
        PaperBench.CENTS,
        FeeSchedule.STANDARD);
  }

  @Test
  void refusesToTradeWhereTheFeeIsNotKnown() {
    PaperBench flat =
        new PaperBench(
            FillModel.PESSIMISTIC,
            PaperBench.NONE,
            Money.ofDollars(100),
            PaperBench.CENTS,
            new FeeSchedule(FeeType.FLAT, BigDecimal.ONE));
    flat.snapshot("ask 0.50 100");

    assertThat(flat.life(flat.take("bid 0.50 1"))).containsExactly("refused: fee_not_computable");
  }

  @Test
  void capsReduceOnlyAtThePosition() {
    bench.snapshot("bid 0.50 100, ask 0.52 100");
    bench.take("bid 0.52 3");
    ClientOrderId order = reduceOnly(BookSide.ASK, "0.50", 10);

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 3.00 at 0.5000: took displayed quantity",
            "canceled 7.00: ReduceOnlyCancel");
    assertThat(bench.venue.position(PaperBench.MARKET)).isZero();
  }

  @Test
  void cancelsReduceOnlyThatHasNothingToReduce() {
    bench.snapshot("bid 0.50 100, ask 0.52 100");
    assertThat(bench.life(reduceOnly(BookSide.ASK, "0.50", 10)))
        .containsExactly("accepted", "canceled 10.00: ReduceOnlyCancel");
    bench.take("bid 0.52 3");
    assertThat(bench.life(reduceOnly(BookSide.BID, "0.52", 10)))
        .containsExactly("accepted", "canceled 10.00: ReduceOnlyCancel");
  }

  private ClientOrderId reduceOnly(BookSide side, String price, long contracts) {
    return bench.place(
        LimitOrder.immediateOrCancel(
                PaperBench.MARKET, side, Price.of(price), Quantity.ofContracts(contracts))
            .withReduceOnly(true));
  }

  @Test
  void stopsBeforeItsOwnRestingOrder() {
    bench.snapshot("bid 0.40 5, ask 0.52 5, ask 0.54 5, ask 0.55 5");
    ClientOrderId resting = bench.rest("ask 0.54 5");
    ClientOrderId order = bench.rest("bid 0.55 20");

    assertThat(bench.life(order))
        .containsExactly(
            "accepted",
            "filled 5.00 at 0.5200: took displayed quantity",
            "canceled 15.00: SelfTradeCancel");
    assertThat(bench.life(resting)).containsExactly("accepted");
  }

  @Test
  void treatsFillOrKillThatMeetsItsOwnOrderAsImmediateOrCancel() {
    bench.snapshot("bid 0.40 5, ask 0.52 5");
    bench.rest("ask 0.54 5");

    assertThat(bench.life(bench.takeAll("bid 0.54 6")))
        .containsExactly(
            "accepted",
            "filled 5.00 at 0.5200: took displayed quantity",
            "canceled 1.00: SelfTradeCancel");
  }

  @Test
  void refusesFillOrKillOnAStaleBookEvenWhereItsOwnOrderRests() {
    bench.snapshot("bid 0.40 5, ask 0.52 5");
    bench.rest("ask 0.50 5");
    bench.stale();

    assertThat(bench.life(bench.takeAll("bid 0.52 5")))
        .containsExactly("refused: fill_or_kill_insufficient_resting_volume");
  }

  @Test
  void fillsNothingOnAStaleBook() {
    bench.snapshot("ask 0.52 5");
    bench.stale();
    ClientOrderId taker = bench.take("bid 0.52 5");
    ClientOrderId all = bench.takeAll("bid 0.52 5");
    ClientOrderId resting = bench.rest("bid 0.52 5");
    bench.trade("bid 0.52 5").trade("bid 0.50 5").groupEnd();

    assertThat(bench.life(taker)).containsExactly("accepted", "canceled 5.00: stale_book");
    assertThat(bench.life(all))
        .containsExactly("refused: fill_or_kill_insufficient_resting_volume");
    assertThat(bench.life(resting)).containsExactly("accepted");
  }

  @Test
  void sumsRoundingOverAllFillsOfOneOrder() {
    bench.snapshot("ask 0.50 0.30");
    ClientOrderId order = bench.rest("bid 0.50 0.90");
    bench.group("ask 0.50 -0.30", "ask 0.49 0.30"); // maker fills are free here
    assertThat(bench.fills(order).getFirst().fee().net()).isEqualTo(Money.of("0.0053"));
    assertThat(bench.fills(order).getFirst().liquidity()).isEqualTo(Liquidity.TAKER);
    assertThat(bench.fills(order).get(1).liquidity()).isEqualTo(Liquidity.MAKER);
    assertThat(bench.fills(order).get(1).fee().net()).isEqualTo(Money.ZERO);
    assertThat(bench.venue.totalFees()).isEqualTo(Money.of("0.0053"));
  }
}
