package io.github.kalshi4j.engine;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.engine.ScriptedStrategy.buy;
import static io.github.kalshi4j.engine.ScriptedStrategy.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.FillRecord;
import io.github.kalshi4j.engine.report.OrderRecord;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders that rest on both sides, and fills that turn a position round. */
class QuoteTest {
  private static final MarketFacts BTC = TestMarkets.bitcoin15Minutes();
  private static final MarketTicker MARKET = BTC.ticker();

  private final EngineRun run = new EngineRun();

  private static ScriptedRecording tape(String bid) {
    return ScriptedRecording.of(BTC, Duration.ofMinutes(1)).at(0).top(bid, "0.5000", "100.00");
  }

  @Test
  void forgetsAnExitWhenAFillTurnsThePositionRound() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"))
        .at(1_000, rest(MARKET, NO, "0.5100", "10"))
        .at(2_000, Intent.Exit.of(MARKET, "done"));
    BacktestReport report =
        run.on(
            tape("0.4800")
                .at(1_000)
                .yes("0.1000", "1.00")
                .at(1_980)
                .yes("0.1000", "1.00") // shown at 2 000: the exit leaves, and arrives at 2 050
                .at(2_030)
                .trade("0.4900", "10.00", "yes") // takes our ten: five close, five open
                .at(3_000)
                .yes("0.1000", "1.00")
                .at(4_000)
                .yes("0.1000", "1.00"));

    assertThat(report.trades()).extracting(TradeRecord::side).containsExactly(YES, NO);
    assertThat(report.trades().getLast().exits()).isEmpty();
    assertThat(report.trades().getLast().end()).isInstanceOf(TradeRecord.End.Marked.class);
  }

  @Test
  void dividesTheFeeOfAFillThatTurnsThePositionRoundWithoutLosingAnyOfIt() {
    run.at(0, buy(MARKET, YES, "0.5000", "0.50")).at(1_000, buy(MARKET, NO, "0.5300", "1.00"));
    BacktestReport report =
        run.on(tape("0.4700").at(1_000).yes("0.1000", "1.00").at(2_000).yes("0.1000", "1.00"));

    FillRecord closing = report.trades().getFirst().exits().getFirst().fills().getFirst();
    FillRecord opening = report.trades().getLast().entries().getFirst().fills().getFirst();
    assertThat(closing.id()).isEqualTo(opening.id());
    assertThat(closing.fee().tradeFee().plus(opening.fee().tradeFee()))
        .isEqualTo(Money.of("0.017437")); // 0.07 × 0.47 × 0.53, an odd number of $0.000001
    assertThat(closing.fee().roundingFee().plus(opening.fee().roundingFee()))
        .isEqualTo(Money.of("0.000063"));
    for (TradeRecord trade : report.trades()) {
      assertThat(
              Stream.concat(trade.entries().stream(), trade.exits().stream())
                  .map(OrderRecord::fills)
                  .flatMap(List::stream)
                  .map(fill -> fill.fee().net())
                  .reduce(Money.ZERO, Money::plus))
          .isEqualTo(trade.fees());
    }
  }

  @Test
  void replacesAQuoteThatOffersMoreThanIsWantedNow() {
    run.at(0, quote("10")).at(1_000, quote("2"));
    BacktestReport report =
        run.on(
            tape("0.4800")
                .at(1_000)
                .yes("0.1000", "1.00")
                .at(2_000)
                .yes("0.4800", "-100.00")
                .arriving(2_001)
                .trade("0.4700", "50.00", "no")
                .at(3_000)
                .yes("0.1000", "1.00"));

    assertThat(report.summary().filled()).isEqualTo(Quantity.of("2.00"));
  }

  @Test
  void keepsTheRestOfAQuoteInItsPlace() {
    run.at(0, quote("10")).at(1_000, quote("10"));
    BacktestReport report =
        run.on(
            tape("0.4800")
                .at(500)
                .trade("0.4700", "4.00", "no")
                .at(1_000)
                .yes("0.1000", "1.00")
                .at(2_000)
                .yes("0.1000", "1.00"));

    assertThat(report.summary().filled()).isEqualTo(Quantity.of("4.00"));
    assertThat(report.summary().entryOrders()).isEqualTo(1);
  }

  @Test
  void quotesBesideAnEntryThatDoesNotRest() {
    run.at(0, buy(MARKET, YES, "0.4700", "3"), quote("10"));
    BacktestReport report = run.on(tape("0.4800").at(1_000).yes("0.1000", "1.00"));

    assertThat(report.unfilledEntries())
        .extracting(OrderRecord::statusReason)
        .containsExactly("immediate_or_cancel", "CloseCancel");
  }

  private static Intent quote(String contracts) {
    return new Intent.Quote(
        MARKET,
        Price.of("0.4700"),
        null,
        Quantity.of(contracts),
        new Signal("quote", YES, 1, List.of()));
  }
}
