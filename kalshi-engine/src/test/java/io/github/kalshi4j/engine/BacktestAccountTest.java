package io.github.kalshi4j.engine;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.engine.ScriptedStrategy.buy;
import static io.github.kalshi4j.engine.ScriptedStrategy.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.paper.Latency;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.engine.report.TradeRecord.End;
import io.github.kalshi4j.risk.OneEntryInFlight;
import io.github.kalshi4j.risk.breaker.Action;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.risk.breaker.Reset;
import io.github.kalshi4j.risk.breaker.TradingDay;
import io.github.kalshi4j.risk.breaker.Trigger;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketQuote;
import io.github.kalshi4j.strategy.MarketSelector;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BacktestAccountTest {
  private static final MarketFacts BTC = TestMarkets.bitcoin15Minutes();
  private static final MarketFacts NEXT = TestMarkets.nextBitcoin15Minutes();
  private static final MarketFacts ETH =
      TestMarkets.quarterHour(
          SeriesTicker.of("KXETH15M"), BTC.closeTime(), new BigDecimal("2500.00"));
  private static final MarketTicker MARKET = BTC.ticker();

  private final EngineRun run = new EngineRun();

  private static ScriptedRecording tape(Duration afterOpen) {
    return ScriptedRecording.of(BTC, afterOpen).at(0).top("0.4800", "0.5000", "100.00");
  }

  @Test
  void settlesAPositionThatIsOpenWhenTheMarketCloses() {
    run.at(0, buy(MARKET, NO, "0.5200", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(14))
                .result(MarketResult.NO)
                .at(200)
                .yes("0.4900", "1.00")
                .at(61_000)
                .yes("0.4900", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.end())
        .isEqualTo(new End.Settled(Quantity.of("5.00"), Money.ofDollars(1), false));
    assertThat(trade.cost()).isEqualTo(Money.of("2.60"));
    assertThat(trade.proceeds()).isEqualTo(Money.ofDollars(5));
    assertThat(trade.fees()).isEqualTo(Money.of("0.0874")); // 0.07 × 5 × 0.52 × 0.48 = 0.08736
    assertThat(report.summary().netPnl()).isEqualTo(Money.of("2.3126"));
    assertThat(report.summary().endCash()).isEqualTo(Money.of("10002.3126"));
    assertThat(report.summary().settled()).isEqualTo(1);
  }

  @Test
  void keepsTheResultFromAStrategyUntilTheMarketIsSettled() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    run.on(tape(Duration.ofMinutes(14)).result(MarketResult.YES).at(61_000).yes("0.4900", "1.00"));

    assertThat(run.calls)
        .containsExactly(
            "0 book 0.4800 0.5000",
            "100 fill YES 5.00 at 0.5000, held 5.00",
            "60000 phase CLOSED",
            "360000 phase SETTLED"); // five minutes after the close, as no time was recorded
  }

  @Test
  void reportsWhatWasSettledBeyondTheTapeApart() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(tape(Duration.ofMinutes(5)).result(MarketResult.YES).at(500).yes("0.4900", "1.00"));

    assertThat(report.trades().getFirst().end())
        .isEqualTo(new End.Settled(Quantity.of("5.00"), Money.ofDollars(1), true));
    assertThat(report.summary().settled()).isZero();
    assertThat(report.summary().settledBeyondTape()).isEqualTo(1);
    assertThat(report.summary().settledBeyondTapePnl()).isEqualTo(report.summary().netPnl());
  }

  @Test
  void marksAtTheLastOwnSideBidWhereNoResultIsKnown() {
    run.at(0, buy(MARKET, NO, "0.5200", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(5)).at(500).no("0.5400", "1.00").at(900).yes("0.1000", "1.00"));

    assertThat(report.trades().getFirst().end())
        .isEqualTo(new End.Marked(Quantity.of("5.00"), Money.of("0.54"), true));
    assertThat(report.summary().markedPnl()).isEqualTo(Money.of("0.0126")); // 5 × 0.02 − 0.0874
  }

  @Test
  void carriesAPositionOverToALaterTapeOfTheMarket() {
    run.at(0, buy(MARKET, YES, "0.5000", "5")).at(300_000, new Intent.Exit(MARKET, "later", null));
    BacktestReport report =
        run.on(
            ScriptedRecording.of(BTC, Duration.ofMinutes(7))
                .at(0)
                .top("0.6000", "0.6200", "50.00")
                .at(300)
                .yes("0.1000", "1.00"),
            tape(Duration.ofMinutes(1)).at(500).yes("0.4900", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.end()).isEqualTo(new End.Sold("later"));
    assertThat(trade.proceeds()).isEqualTo(Money.ofDollars(3));
    assertThat(run.calls).contains("360000 book 0.6000 0.6200");
    assertThat(report.data().stale()).isEqualTo(Duration.ZERO); // between tapes it is absent
    assertThat(report.data().tapes()).isEqualTo(2);
  }

  @Test
  void mergesRecordingsThatRunAtTheSameTime() {
    run.on(
        ScriptedRecording.of(BTC, Duration.ofMinutes(1))
            .at(0)
            .top("0.4000", "0.5000", "1.00")
            .at(2000)
            .yes("0.4100", "1.00")
            .at(2500)
            .ticker("0.4100", "0.5000", "2.00"),
        ScriptedRecording.of(ETH, Duration.ofMinutes(1))
            .at(1000)
            .top("0.2000", "0.3000", "1.00")
            .at(3000)
            .yes("0.2100", "1.00"));

    assertThat(run.calls.subList(0, 3))
        .containsExactly("0 book 0.4000 0.5000", "0 book 0.2000 0.3000", "2020 book 0.4100 0.5000");
  }

  @Test
  void goesOnWithOneRecordingWhereAnotherEnds() {
    run.on(
        ScriptedRecording.of(ETH, Duration.ofMinutes(1)).at(0).top("0.2000", "0.3000", "1.00"),
        ScriptedRecording.of(BTC, Duration.ofMinutes(1))
            .at(0)
            .top("0.4000", "0.5000", "1.00")
            .at(5)
            .yes("0.4100", "1.00") // sooner than the other's last group would time out
            .at(9)
            .yes("0.4200", "1.00"));

    assertThat(run.calls).contains("9 book 0.4100 0.5000", "29 book 0.4200 0.5000");
  }

  @Test
  void movesTheInstanceOfARollingSeriesFromMarketToMarket() {
    run.rolling();
    run.on(
        ScriptedRecording.of(BTC, Duration.ofSeconds(899))
            .at(0)
            .top("0.4800", "0.5000", "1.00")
            .at(990)
            .gapUntil(5000)
            .market(NEXT)
            .at(5000)
            .subscribed()
            .top("0.5500", "0.5600", "1.00"));

    assertThat(run.calls)
        .map(call -> call.substring(call.indexOf(' ') + 1))
        .containsExactly(
            "book 0.4800 0.5000",
            "phase CLOSED",
            "roll from " + BTC.ticker() + " to " + NEXT.ticker(),
            "book 0.5500 0.5600",
            "phase CLOSED",
            "phase SETTLED");
  }

  private static MarketSelector eachMinute(Function<List<MarketQuote>, List<MarketTicker>> select) {
    return new MarketSelector() {
      @Override
      public Duration interval() {
        return Duration.ofSeconds(60);
      }

      @Override
      public List<MarketTicker> select(List<MarketQuote> candidates) {
        return select.apply(candidates);
      }
    };
  }

  @Test
  void tradesOnlyWhatTheSelectorChooses() {
    List<List<MarketQuote>> scans = new ArrayList<>();
    run.selector(
            eachMinute(candidates -> {
              scans.add(candidates);
              return scans.size() == 2 ? List.of() : List.of(MARKET);
            }))
        .at(0, buy(MARKET, YES, "0.5000", "5"))
        .at(70_000, buy(MARKET, YES, "0.5000", "5"))
        .at(80_000, new Intent.Exit(MARKET, "done", null));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .at(60_000)
                .yes("0.4800", "1.00")
                .at(70_000)
                .yes("0.4800", "1.00")
                .at(80_000)
                .yes("0.4800", "1.00")
                .at(90_000)
                .yes("0.4800", "1.00")
                .at(130_000)
                .yes("0.4800", "1.00"));

    assertThat(scans).hasSize(3);
    assertThat(scans.getFirst().getFirst().volume()).isEqualTo(Quantity.ZERO);
    // Out of the universe it takes no entry, is kept until the exit, and then dropped.
    assertThat(report.denied()).containsExactly(new BacktestReport.Denials("universe", 1));
    assertThat(report.trades().getFirst().end()).isEqualTo(new End.Sold("done"));
    assertThat(run.calls)
        .contains("80020 book 0.4800 0.5000")
        .doesNotContain("90020 book 0.4800 0.5000");
    assertThat(run.calls).filteredOn(call -> call.equals("0 book 0.4800 0.5000")).hasSize(2);
  }

  @Test
  void dropsTheInstanceOfASeriesWithTheMarketItFollows() {
    List<Boolean> scans = new ArrayList<>();
    run.rolling()
        .selector(
            eachMinute(candidates -> {
              scans.add(true);
              return scans.size() == 1 ? List.of(MARKET) : List.of();
            }));
    run.on(
        tape(Duration.ofMinutes(1))
            .at(60_000)
            .yes("0.4800", "1.00")
            .at(70_000)
            .yes("0.4800", "1.00"));

    assertThat(scans).hasSize(2);
    assertThat(run.calls).containsExactly("0 book 0.4800 0.5000");
  }

  @Test
  void settlesAtAResultThatOnlyAnotherTapeKnows() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1)).result(MarketResult.YES).at(500).yes("0.4900", "1.00"),
            ScriptedRecording.of(BTC, Duration.ofMinutes(7)).at(0).top("0.6000", "0.6200", "5.00"));

    assertThat(report.trades().getFirst().proceeds()).isEqualTo(Money.ofDollars(5));
  }

  @Test
  void blocksEntriesAndFlattensWhenABreakerTrips() {
    run.breaker(breaker("0.50", Action.FLATTEN, Reset.MANUAL, TradingDay.NEW_YORK))
        .at(0, buy(MARKET, YES, "0.5000", "5"))
        .at(2_000, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .at(1_000)
                .yes("0.4000", "100.00")
                .arriving(1_001)
                .yes("0.4800", "-100.00")
                .at(2_000)
                .yes("0.4000", "1.00")
                .at(3_000)
                .yes("0.4000", "1.00"));

    assertThat(report.breakers()).hasSize(1);
    assertThat(report.trades().getFirst().end()).isEqualTo(new End.Sold("dailyLoss"));
    assertThat(report.denied()).containsExactly(new BacktestReport.Denials("dailyLoss", 1));
    assertThat(report.summary().maxDrawdown()).isGreaterThanOrEqualTo(Money.of("0.50"));
  }

  @Test
  void flattensWhatIsFilledAfterABreakerTripped() {
    run.breaker(breaker("0.50", Action.FLATTEN, Reset.MANUAL, TradingDay.NEW_YORK))
        .in(MARKET, 0, buy(MARKET, YES, "0.5000", "5"))
        .in(ETH.ticker(), 0, rest(ETH.ticker(), YES, "0.3000", "10"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .market(ETH)
                .top("0.2500", "0.3500", "100.00")
                .market(BTC)
                .at(1_000)
                .yes("0.3000", "100.00")
                .arriving(1_001)
                .yes("0.4800", "-100.00") // shown at 1 021: trips, and cancels at 1 071
                .market(ETH)
                .at(1_040)
                .trade("0.3000", "10.00", "no")
                .at(2_000)
                .yes("0.1000", "1.00")
                .at(3_000)
                .yes("0.1000", "1.00"));

    assertThat(report.trades())
        .extracting(TradeRecord::market)
        .containsExactly(MARKET, ETH.ticker());
    assertThat(report.trades())
        .extracting(TradeRecord::end)
        .containsOnly(new End.Sold("dailyLoss"));
  }

  @Test
  void cancelsAnOrderThatItsCancellationOvertookAfterABreakerTripped() {
    run.breaker(breaker("0.50", Action.CANCEL_RESTING, Reset.MANUAL, TradingDay.NEW_YORK))
        .config(
            EngineConfig.DEFAULT.withLatency(
                new Latency(Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofMillis(50))))
        .at(0, buy(MARKET, YES, "0.5000", "5"))
        .at(1_000, rest(MARKET, YES, "0.4000", "10"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .at(1_000)
                .yes("0.3000", "100.00")
                .at(1_100)
                .yes("0.4800", "-100.00") // trips while the order is still on its way
                .at(3_000)
                .yes("0.1000", "1.00"));

    assertThat(report.breakers()).hasSize(1);
    assertThat(report.unfilledEntries().getFirst().statusReason()).isEqualTo("canceled");
  }

  @Test
  void reportsEveryTripOfABreakerThatTheNextDayResets() {
    TradingDay day =
        new TradingDay(
            ZoneOffset.UTC, BTC.openTime().plusSeconds(120).atZone(ZoneOffset.UTC).toLocalTime());
    run.breaker(breaker("0.10", Action.BLOCK_ENTRIES, Reset.NEXT_TRADING_DAY, day))
        .at(0, buy(MARKET, YES, "0.5000", "5"))
        .at(30_000, buy(MARKET, YES, "0.5000", "5")) // denied, because the fill cost too much
        .at(70_000, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .at(30_000)
                .yes("0.1000", "1.00")
                .at(70_000)
                .yes("0.1000", "1.00")
                .at(80_000)
                .yes("0.1000", "1.00"));

    assertThat(report.denied()).containsExactly(new BacktestReport.Denials("dailyLoss", 1));
    assertThat(report.breakers()).hasSize(2);
    assertThat(report.breakers().getFirst().time()).isBefore(report.breakers().getLast().time());
  }

  @Test
  void countsABookAsValidFromTheOpeningOfItsMarket() {
    BacktestReport report = run.on(tape(Duration.ofSeconds(-10)).at(30_000).yes("0.1000", "1.00"));

    assertThat(report.data().valid()).isEqualTo(Duration.ofMillis(20_020));
  }

  @Test
  void letsTheVenueRefuseAnOrderWhoseFeeHasNoFormula() {
    MarketFacts flatFee =
        new MarketFacts(
            BTC.ticker(),
            BTC.event(),
            BTC.series(),
            BTC.strikeType(),
            BTC.floorStrike(),
            BTC.capStrike(),
            BTC.openTime(),
            BTC.closeTime(),
            BTC.grid(),
            new FeeSchedule(FeeType.FLAT, BigDecimal.ONE),
            BTC.exchangeIndex());
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            ScriptedRecording.of(flatFee, Duration.ofMinutes(1))
                .at(0)
                .top("0.4800", "0.5000", "100.00")
                .at(500)
                .yes("0.1000", "1.00"));

    assertThat(report.unfilledEntries().getFirst().statusReason()).isEqualTo("fee_not_computable");
  }

  @Test
  void reportsTheOtherFillModelsWhenAnOrderRested() {
    run.config(EngineConfig.DEFAULT).at(0, rest(MARKET, YES, "0.4800", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .at(500)
                .yes("0.4800", "60.00") // behind us
                .at(1_000)
                .yes("0.4800", "-60.00") // canceled, by somebody before or behind us
                .at(2_000)
                .trade("0.4800", "102.00", "no")
                .arriving(2_001)
                .yes("0.4800", "-100.00")
                .at(3_000)
                .yes("0.1000", "1.00"));

    assertThat(report.fills().model()).isEqualTo(FillModel.PESSIMISTIC);
    assertThat(report.fills().restingOrders()).isTrue();
    assertThat(report.alternatives())
        .extracting(BacktestReport.Alternative::model)
        .containsExactly(FillModel.OPTIMISTIC, FillModel.EXPECTED);
    assertThat(report.summary().filled()).isEqualTo(Quantity.of("2.00")); // 100 were ahead
    assertThat(report.alternatives().getFirst().fillRate()).isEqualTo(1);
  }

  @Test
  void keepsAQuoteThatDoesNotChangeAndReplacesOneThatDoes() {
    Signal signal = new Signal("quote", YES, 1, List.of());
    Intent quote = quote("0.4700", "0.5200", signal);
    run.at(0, quote).at(1_000, quote).at(2_000, quote("0.4600", "0.5200", signal));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1))
                .at(1_000)
                .yes("0.1000", "1.00")
                .at(2_000)
                .yes("0.1000", "1.00")
                .at(3_000)
                .yes("0.1000", "1.00"));

    assertThat(report.summary().entryOrders()).isEqualTo(3);
  }

  @Test
  void sendsOneEntryAtATimeWhereThePlanSaysSo() {
    run.rules(new OneEntryInFlight())
        .at(0, buy(MARKET, YES, "0.5000", "5"), buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report = run.on(tape(Duration.ofMinutes(1)).at(200).yes("0.1000", "1.00"));

    assertThat(report.summary().entryOrders()).isEqualTo(1);
    assertThat(report.denied()).containsExactly(new BacktestReport.Denials("oneEntryInFlight", 1));
  }

  @Test
  void decidesAlikeTwiceAndOtherwiseWithOtherCash() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    ScriptedRecording tape = tape(Duration.ofMinutes(1)).at(500).yes("0.4900", "1.00");

    BacktestReport first = run.on(tape);
    assertThat(run.on(tape).decisionHash()).isEqualTo(first.decisionHash());
    assertThat(
            run.config(EngineConfig.DEFAULT.withCash(Money.ofDollars(2))).on(tape).decisionHash())
        .isNotEqualTo(first.decisionHash());
  }

  private static CircuitBreaker breaker(
      String dailyLoss, Action action, Reset reset, TradingDay day) {
    return new CircuitBreaker(new Trigger.DailyLossAmount(Money.of(dailyLoss)), action, reset, day);
  }

  private static Intent quote(String bid, String ask, Signal signal) {
    return new Intent.Quote(MARKET, Price.of(bid), Price.of(ask), Quantity.ofContracts(1), signal);
  }
}
