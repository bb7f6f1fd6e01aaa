package io.github.kalshi4j.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RunComparisonTest {
  private static final MarketTicker OTHER_MARKET = MarketTicker.of("KXBTC15M-26MAY110130-30");
  private static final Instant TIME = Reports.START.plusSeconds(60);
  private static final Duration A_LITTLE = Duration.ofNanos(1);

  /** An order for ten contracts of YES at 0.40, of which four were filled. */
  private static final Sent ORDER =
      new Sent(
          "a",
          TIME,
          Reports.MARKET,
          OrderPurpose.ENTRY,
          OutcomeSide.YES,
          "0.40",
          "10.00",
          List.of(Reports.fill("t-1", TIME, "0.39", "4.00", "0.07")));

  @Test
  void ordersOfBothAreAlikeWhateverTheirNamesAndMilliseconds() {
    RunComparison comparison =
        compare(List.of(ORDER), List.of(ORDER.named("b").at(TIME.plusMillis(50))));

    assertThat(comparison.alike()).isEqualTo(1);
    assertThat(comparison.differing()).isEmpty();
  }

  @Test
  void anOrderOfTheRunAloneHasNoOther() {
    RunComparison comparison = compare(List.of(ORDER), List.of());

    assertThat(comparison.alike()).isZero();
    assertThat(comparison.differing())
        .containsExactly(new RunComparison.Pair(ORDER.compared(), null));
  }

  @Test
  void anOrderOfTheTapeAloneHasNoOther() {
    RunComparison comparison = compare(List.of(), List.of(ORDER));

    assertThat(comparison.alike()).isZero();
    assertThat(comparison.differing())
        .containsExactly(new RunComparison.Pair(null, ORDER.compared()));
  }

  @Test
  void anotherLimitDiffers() {
    differsAsAPair(ORDER.limited("0.41"));
  }

  @Test
  void anotherQuantityDiffers() {
    differsAsAPair(ORDER.of("11.00"));
  }

  @Test
  void otherFillsDiffer() {
    differsAsAPair(ORDER.filled());
    differsAsAPair(ORDER.filled(Reports.fill("t-1", TIME, "0.39", "4.01", "0.07")));
    differsAsAPair(ORDER.filled(Reports.fill("t-1", TIME, "0.40", "4.00", "0.07")));
  }

  @Test
  void theSameContractsAtTheSameCostAreAlikeHoweverManyFillsItTook() {
    Sent inTwo =
        ORDER.filled(
            Reports.fill("t-8", TIME, "0.38", "2.00", "0.03"),
            Reports.fill("t-9", TIME.plusSeconds(5), "0.40", "2.00", "0.04"));

    assertThat(compare(List.of(ORDER), List.of(inTwo)).alike()).isEqualTo(1);
  }

  @Test
  void aSecondApartIsTheSameOrderAndALittleMoreIsNot() {
    Duration second = RunComparison.CLOSE_BY;

    assertThat(compare(List.of(ORDER), List.of(ORDER.at(TIME.plus(second)))).alike()).isEqualTo(1);
    assertThat(compare(List.of(ORDER), List.of(ORDER.at(TIME.minus(second)))).alike()).isEqualTo(1);
    differsAsTwo(ORDER.at(TIME.plus(second).plus(A_LITTLE)));
    differsAsTwo(ORDER.at(TIME.minus(second).minus(A_LITTLE)));
  }

  @Test
  void ordersOfOtherMarketsPurposesAndOutcomesAreNeverTheSame() {
    differsAsTwo(ORDER.in(OTHER_MARKET));
    differsAsTwo(ORDER.purposed(OrderPurpose.EXIT));
    differsAsTwo(ORDER.buying(OutcomeSide.NO));
  }

  @Test
  void anOrderIsTheOtherOfOneOnly() {
    RunComparison comparison =
        compare(List.of(ORDER, ORDER.named("b").at(TIME.plusMillis(1))), List.of(ORDER));

    assertThat(comparison.alike()).isEqualTo(1);
    assertThat(comparison.differing())
        .containsExactly(new RunComparison.Pair(ORDER.at(TIME.plusMillis(1)).compared(), null));
  }

  @Test
  void anOrderThatIsAlikeIsTakenBeforeOneThatIsNot() {
    Sent other = ORDER.named("b").limited("0.41").at(TIME.plusMillis(1));

    RunComparison comparison = compare(List.of(ORDER, other), List.of(other));

    assertThat(comparison.alike()).isEqualTo(1);
    assertThat(comparison.differing())
        .containsExactly(new RunComparison.Pair(ORDER.compared(), null));
  }

  @Test
  void differencesComeInOrderOfTimeWhicheverSideHasThem() {
    Sent late = ORDER.named("late").at(TIME.plusSeconds(30));
    Sent early = ORDER.named("early").at(TIME.minusSeconds(30));

    RunComparison comparison = compare(List.of(late, ORDER), List.of(early, ORDER.of("1.00")));

    assertThat(comparison.differing())
        .containsExactly(
            new RunComparison.Pair(null, early.compared()),
            new RunComparison.Pair(ORDER.compared(), ORDER.of("1.00").compared()),
            new RunComparison.Pair(late.compared(), null));
  }

  /** As when it closed a position and opened the opposite one. */
  @Test
  void anOrderThatBelongsToTwoTradesCountsOnceWithTheFillsOfBoth() {
    Sent closing = ORDER.filled(Reports.fill("t-1", TIME, "0.39", "4.00", "0.07"));
    Sent opening = ORDER.filled(Reports.fill("t-2", TIME, "0.40", "6.00", "0.10"));
    Sent whole =
        ORDER.filled(
            Reports.fill("t-1", TIME, "0.39", "4.00", "0.07"),
            Reports.fill("t-2", TIME, "0.40", "6.00", "0.10"));

    RunComparison comparison = compare(List.of(closing, opening), List.of(whole));

    assertThat(comparison.alike()).isEqualTo(1);
    assertThat(comparison.differing()).isEmpty();
    assertThat(comparison.live().orders()).isEqualTo(1);
    assertThat(comparison.live().filled()).isEqualTo(Quantity.ofContracts(10));
  }

  @Test
  void addsUpWhatEachSideCameTo() {
    RunComparison comparison =
        compare(
            List.of(ORDER, ORDER.named("b").at(TIME.plusSeconds(9)).filled()),
            List.of(ORDER.of("12.00")));

    assertThat(comparison.live())
        .isEqualTo(
            new RunComparison.Totals(
                2,
                Quantity.ofContracts(20),
                Quantity.ofContracts(4),
                Money.of("0.07"),
                Money.of("-1.63")));
    assertThat(comparison.tape())
        .isEqualTo(
            new RunComparison.Totals(
                1,
                Quantity.ofContracts(12),
                Quantity.ofContracts(4),
                Money.of("0.07"),
                Money.of("-1.63")));
  }

  @Test
  void decisionsAreTheSameIfTheirHashesAre() {
    BacktestReport one = report("0123456789abcdef", List.of(ORDER));
    BacktestReport other = report("0123456789abcdee", List.of(ORDER));

    assertThat(RunComparison.of(one, one).sameDecisions()).isTrue();
    assertThat(RunComparison.of(one, other).sameDecisions()).isFalse();
    assertThat(RunComparison.of(one, other).alike()).isEqualTo(1);
  }

  private static void differsAsAPair(Sent onTape) {
    RunComparison comparison = compare(List.of(ORDER), List.of(onTape));

    assertThat(comparison.alike()).isZero();
    assertThat(comparison.differing())
        .containsExactly(new RunComparison.Pair(ORDER.compared(), onTape.compared()));
  }

  private static void differsAsTwo(Sent onTape) {
    RunComparison comparison = compare(List.of(ORDER), List.of(onTape));

    assertThat(comparison.alike()).isZero();
    assertThat(comparison.differing())
        .containsExactlyInAnyOrder(
            new RunComparison.Pair(ORDER.compared(), null),
            new RunComparison.Pair(null, onTape.compared()));
  }

  private static RunComparison compare(List<Sent> live, List<Sent> tape) {
    return RunComparison.of(report("live", live), report("tape", tape));
  }

  /** A report of these orders: each that was filled is a trade of its own. */
  private static BacktestReport report(String hash, List<Sent> orders) {
    List<TradeRecord> trades = new ArrayList<>();
    List<OrderRecord> unfilled = new ArrayList<>();
    for (Sent order : orders) {
      if (order.fills.isEmpty()) {
        unfilled.add(order.recorded());
      } else {
        trades.add(order.trade());
      }
    }
    BacktestReport example = Reports.of("stream", trades);
    return new BacktestReport(
        example.strategy(),
        example.parameters(),
        example.seed(),
        example.data(),
        example.fills(),
        example.summary(),
        trades,
        unfilled,
        example.denied(),
        example.breakers(),
        example.alternatives(),
        hash,
        example.runtime());
  }

  /** An order that was sent, of which copies differ in one thing. */
  private record Sent(
      String name,
      Instant time,
      MarketTicker market,
      OrderPurpose purpose,
      OutcomeSide outcome,
      String limit,
      String quantity,
      List<FillRecord> fills) {
    Sent named(String value) {
      return new Sent(value, time, market, purpose, outcome, limit, quantity, fills);
    }

    Sent at(Instant value) {
      return new Sent(name, value, market, purpose, outcome, limit, quantity, fills);
    }

    Sent in(MarketTicker value) {
      return new Sent(name, time, value, purpose, outcome, limit, quantity, fills);
    }

    Sent purposed(OrderPurpose value) {
      return new Sent(name, time, market, value, outcome, limit, quantity, fills);
    }

    Sent buying(OutcomeSide value) {
      return new Sent(name, time, market, purpose, value, limit, quantity, fills);
    }

    Sent limited(String value) {
      return new Sent(name, time, market, purpose, outcome, value, quantity, fills);
    }

    Sent of(String value) {
      return new Sent(name, time, market, purpose, outcome, limit, value, fills);
    }

    Sent filled(FillRecord... values) {
      return new Sent(name, time, market, purpose, outcome, limit, quantity, List.of(values));
    }

    private Money cost() {
      return fills.stream()
          .map(fill -> fill.price().times(fill.quantity()))
          .reduce(Money.ZERO, Money::plus);
    }

    private Quantity filledQuantity() {
      return fills.stream().map(FillRecord::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    RunComparison.Sent compared() {
      return new RunComparison.Sent(
          time,
          market,
          purpose,
          outcome,
          Price.of(limit),
          Quantity.of(quantity),
          filledQuantity(),
          cost());
    }

    OrderRecord recorded() {
      return new OrderRecord(
          ClientOrderId.of(name),
          purpose,
          market,
          null,
          List.of(),
          null,
          outcome,
          Price.of(limit),
          TimeInForce.GOOD_TILL_CANCELED,
          Quantity.of(quantity),
          Quantity.of(quantity),
          time,
          "canceled",
          null,
          fills);
    }

    /** The trade that it opened, which came to nothing. */
    TradeRecord trade() {
      return new TradeRecord(
          1,
          market,
          outcome,
          filledQuantity(),
          time,
          time,
          purpose == OrderPurpose.ENTRY ? List.of(recorded()) : List.of(),
          purpose == OrderPurpose.ENTRY ? List.of() : List.of(recorded()),
          new TradeRecord.End.Settled(filledQuantity(), Money.ZERO, false),
          cost(),
          Money.ZERO,
          fills.stream().map(fill -> fill.fee().net()).reduce(Money.ZERO, Money::plus));
    }
  }
}
