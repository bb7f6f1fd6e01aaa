package io.github.kalshi4j.engine;

import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.engine.ScriptedStrategy.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.engine.report.TradeRecord.End;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private static final MarketFacts BTC = TestMarkets.bitcoin15Minutes();
  private static final MarketTicker MARKET = BTC.ticker();

  private final EngineRun run = new EngineRun();

  private static ScriptedRecording tape(Duration afterOpen) {
    return ScriptedRecording.of(BTC, afterOpen).at(0).top("0.4800", "0.5000", "100.00");
  }

  @Test
  void booksWhatAScalarPayoutLosesToTheBalancesPrecision() {
    run.at(0, buy(MARKET, YES, "0.5000", "3.27"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(5))
                .result(new MarketResult(Price.of("0.4321")))
                .at(500)
                .yes("0.1000", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.proceeds()).isEqualTo(Money.of("1.412967"));
    assertThat(trade.fees()).isEqualTo(Money.of("0.0573").plus(Money.of("0.000067")));
    assertThat(report.summary().endCash()).isEqualTo(Money.of("9999.7206"));
  }

  @Test
  void marksAFractionOfAContractOnAFineGridWithoutAFee() {
    run.at(0, buy(MARKET, YES, "0.0950", "5"));
    BacktestReport report =
        run.on(
            ScriptedRecording.of(BTC, Duration.ofMinutes(5))
                .at(0)
                .snapshot(List.of("0.0930x10.00"), List.of("0.9050x3.27"))
                .at(500)
                .yes("0.0100", "1.00"));

    TradeRecord trade = report.trades().getFirst();
    assertThat(trade.end()).isEqualTo(new End.Marked(Quantity.of("3.27"), Money.of("0.093"), true));
    assertThat(trade.proceeds()).isEqualTo(Money.of("0.30411"));
    assertThat(trade.fees()).isEqualTo(trade.entries().getFirst().fills().getFirst().fee().net());
  }

  @Test
  void paysOutWhatWasFilledJustBeforeTheMarketSettled() {
    run.at(59_900, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(14))
                .result(MarketResult.YES, BTC.closeTime())
                .at(59_900) // shown at 59 920, matched at 59 970, heard of at 60 020
                .yes("0.1000", "1.00")
                .at(61_000)
                .yes("0.1000", "1.00"));

    assertThat(report.trades().getFirst().end())
        .isEqualTo(new End.Settled(Quantity.of("5.00"), Money.ofDollars(1), false));
    assertThat(run.calls)
        .containsSubsequence("60020 fill YES 5.00 at 0.5000, held 5.00", "60020 phase SETTLED");
  }

  @Test
  void settlesAMarketWhoseLastTapeIsEmpty() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    BacktestReport report =
        run.on(
            tape(Duration.ofMinutes(1)).at(500).yes("0.1000", "1.00"),
            ScriptedRecording.of(BTC, Duration.ofMinutes(5)).result(MarketResult.YES).empty());

    assertThat(report.trades().getFirst().end())
        .isEqualTo(new End.Settled(Quantity.of("5.00"), Money.ofDollars(1), true));
  }

  @Test
  void waitsForACloseThatWasPutOff() {
    run.at(0, buy(MARKET, YES, "0.5000", "5"));
    run.on(
        tape(Duration.ofMinutes(14))
            .result(MarketResult.YES)
            .at(10_000)
            .closesAt(BTC.closeTime().plusSeconds(900))
            .at(500_000)
            .yes("0.1000", "1.00"));

    assertThat(run.calls)
        .containsSubsequence(
            "500020 book 0.4800 0.5000", "960000 phase CLOSED", "1260000 phase SETTLED");
  }
}
