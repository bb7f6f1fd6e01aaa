package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.paper.Latency;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.risk.breaker.Trip;
import io.github.kalshi4j.risk.exit.ExitTrigger;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports to be written: small ones by hand, and sums over any trades. */
final class Reports {
  static final Instant START = Instant.parse("2026-05-11T05:00:00.000000001Z");
  static final Money CASH = Money.ofDollars(10_000);
  static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26MAY110115-15");

  private Reports() {}

  /** Two trades: NO bought at 0.43 and sold by the trailing stop, YES bought and settled. */
  static BacktestReport example() {
    return of("imported", List.of(soldTrade(), settledTrade()));
  }

  static TradeRecord soldTrade() {
    Signal signal =
        new Signal(
            "convergence",
            OutcomeSide.NO,
            0.6,
            List.of(new Figure("gapChange", "-0.0300"), new Figure("midChange", "-0.0300")));
    OrderRecord entry =
        new OrderRecord(
            ClientOrderId.of("entry-1"),
            OrderPurpose.ENTRY,
            MARKET,
            signal,
            List.of(
                Verdict.approved("cooldown", new Figure("elapsed", "PT5S")),
                Verdict.reduced(
                    "positionPerMarket", Quantity.ofContracts(5), new Figure("limit", "50.00")),
                Verdict.approved("totalExposure")),
            null,
            OutcomeSide.NO,
            Price.of("0.43"),
            TimeInForce.IMMEDIATE_OR_CANCEL,
            Quantity.ofContracts(8),
            Quantity.ofContracts(5),
            START.plusMillis(10),
            "executed",
            null,
            List.of(
                fill("t-1", START.plusMillis(60), "0.42", "2.00", "0.010000"),
                fill("t-2", START.plusMillis(60), "0.43", "3.00", "0.020000")));
    OrderRecord exit =
        new OrderRecord(
            ClientOrderId.of("exit-1"),
            OrderPurpose.EXIT,
            MARKET,
            null,
            List.of(),
            new OrderRecord.Exit(
                new ExitTrigger("trailingStop", List.of(new Figure("highest", "0.4700"))),
                START.plusSeconds(6),
                Price.of("0.45")),
            OutcomeSide.YES,
            Price.of("0.55"),
            TimeInForce.IMMEDIATE_OR_CANCEL,
            Quantity.ofContracts(5),
            Quantity.ofContracts(5),
            START.plusSeconds(7),
            "executed",
            null,
            List.of(fill("t-3", START.plusMillis(7_050), "0.55", "5.00", "0.030000")));
    return new TradeRecord(
        1,
        MARKET,
        OutcomeSide.NO,
        Quantity.ofContracts(5),
        START.plusMillis(60),
        START.plusMillis(7_050),
        List.of(entry),
        List.of(exit),
        new TradeRecord.End.Sold("trailingStop"),
        Money.of("2.13"),
        Money.of("2.25"),
        Money.of("0.06"));
  }

  static OrderRecord unfilledEntry() {
    return new OrderRecord(
        ClientOrderId.of("entry-3"),
        OrderPurpose.ENTRY,
        MARKET,
        new Signal("convergence", OutcomeSide.YES, 0.4, List.of()),
        List.of(),
        null,
        OutcomeSide.YES,
        Price.of("0.5"),
        TimeInForce.IMMEDIATE_OR_CANCEL,
        Quantity.ofContracts(5),
        Quantity.ofContracts(5),
        START.plusSeconds(40),
        "canceled",
        "immediate_or_cancel",
        List.of());
  }

  static TradeRecord settledTrade() {
    OrderRecord entry =
        new OrderRecord(
            ClientOrderId.of("entry-2"),
            OrderPurpose.ENTRY,
            MARKET,
            new Signal("convergence", OutcomeSide.YES, 1, List.of()),
            List.of(),
            null,
            OutcomeSide.YES,
            Price.of("0.5"),
            TimeInForce.GOOD_TILL_CANCELED,
            Quantity.ofContracts(1),
            Quantity.ofContracts(1),
            START.plusSeconds(20),
            "canceled",
            "market closed",
            List.of(fill("t-4", START.plusSeconds(21), "0.50", "0.50", "0.000100")));
    return new TradeRecord(
        2,
        MARKET,
        OutcomeSide.YES,
        Quantity.of("0.50"),
        START.plusSeconds(21),
        START.plusSeconds(900),
        List.of(entry),
        List.of(),
        new TradeRecord.End.Settled(Quantity.of("0.50"), Money.ZERO, true),
        Money.of("0.25"),
        Money.ZERO,
        Money.of("0.0001"));
  }

  static FillRecord fill(String id, Instant time, String price, String quantity, String fee) {
    return new FillRecord(
        TradeId.of(id),
        time,
        Price.of(price),
        Quantity.of(quantity),
        Liquidity.TAKER,
        new FillFee(Money.of(fee), Money.ZERO, Money.ZERO),
        "walked the observed book",
        List.of(new Figure("displayed", "7.00")));
  }

  static BacktestReport of(String origin, List<TradeRecord> trades) {
    return new BacktestReport(
        "momentum",
        List.of(new Figure("orderSize", "5.00"), new Figure("stop", "0.0200")),
        7,
        new BacktestReport.Data(
            origin,
            24,
            36,
            START,
            START.plusSeconds(100_000),
            Duration.ofMinutes(282),
            12,
            Duration.ofSeconds(30),
            0,
            0,
            Duration.ofHours(4),
            Duration.ofSeconds(44),
            1_450_000,
            900_000,
            3,
            List.of(
                new BacktestReport.Recorded(
                    "one.tape.gz",
                    START,
                    START.plusSeconds(900),
                    Duration.ofMillis(-221),
                    60_000))),
        new BacktestReport.Fills(FillModel.PESSIMISTIC, Latency.DEFAULT, false),
        summary(trades),
        trades,
        List.of(unfilledEntry()),
        List.of(new BacktestReport.Denials("cooldown", 4)),
        List.of(
            new Trip(
                START.plusSeconds(30),
                Money.ofDollars(9_950),
                CASH,
                Money.ofDollars(50),
                Money.ofDollars(50))),
        List.of(),
        "0123456789abcdef",
        new BacktestReport.Runtime(Duration.ofMillis(2_345), 618_000, 200L << 20));
  }

  private static BacktestReport.Summary summary(List<TradeRecord> trades) {
    Money gross = Money.ZERO;
    Money fees = Money.ZERO;
    Money beyondPnl = Money.ZERO;
    int wins = 0;
    int losses = 0;
    int beyond = 0;
    for (TradeRecord trade : trades) {
      gross = gross.plus(trade.grossPnl());
      fees = fees.plus(trade.fees());
      wins += trade.netPnl().signum() > 0 ? 1 : 0;
      losses += trade.netPnl().signum() < 0 ? 1 : 0;
      if (trade.end() instanceof TradeRecord.End.Settled settled && settled.beyondTape()) {
        beyond++;
        beyondPnl = beyondPnl.plus(trade.netPnl());
      }
    }
    Money net = gross.minus(fees);
    return new BacktestReport.Summary(
        CASH,
        CASH.plus(net),
        trades.size(),
        wins,
        losses,
        trades.size() - wins - losses,
        gross,
        fees,
        net,
        Money.of("0.06"),
        Money.of("-0.2501"),
        Money.of("0.31"),
        Money.of("2.16"),
        Duration.ofSeconds(886),
        9,
        3,
        1,
        Quantity.ofContracts(8),
        Quantity.of("5.50"),
        0,
        beyond,
        beyondPnl,
        0,
        Money.ZERO);
  }
}
