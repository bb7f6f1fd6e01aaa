package io.github.kalshi4j.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.paper.Latency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTextTest {
  @Test
  void tellsTheWholeRun() {
    assertThat(ReportWriter.text(Reports.example()))
        .contains("Backtest of momentum\n")
        .containsPattern("origin +imported\n")
        .containsPattern(
            "coverage +99\\.82 % \\(12 recorded gaps, 30\\.000 s; 0 sequence gaps; 0 neg")
        .containsPattern("model +pessimistic \\(no order ever rested\\)")
        .containsPattern("latency +order 50 ms, cancel 50 ms, acknowledgement 50 ms")
        .containsPattern("parameters +orderSize=5\\.00 stop=0\\.0200")
        .containsPattern("trades +2 \\(1 won, 1 lost, 0 even\\)")
        .containsPattern("win rate +50\\.00 %")
        .containsPattern("gross P&L +-\\$0\\.13\n")
        .containsPattern("fees +\\$0\\.0601\n")
        .containsPattern("net P&L +-\\$0\\.1901\n")
        .containsPattern("cash at end +\\$9999\\.8099\n")
        .containsPattern("9 signals, 3 entry orders \\(1 without a fill\\), 1 exit order\n")
        .containsPattern("fill rate +68\\.75 % \\(5\\.50 of 8\\.00 contracts")
        .containsPattern("trailingStop +1 trade +net +\\$0\\.06\n")
        .containsPattern("settled beyond tape +1 trade +net +-\\$0\\.2501\n")
        .containsPattern("entries denied +cooldown 4\n")
        .containsPattern("breaker tripped +\\S+: lost \\$50\\.00 of \\$50\\.00 allowed")
        .containsPattern("decision hash +0123456789abcdef\n")
        .contains("618000 events/s")
        .endsWith("Past results on 4.7 hours of recordings prove nothing about the next hour.\n");
  }

  @Test
  void setsPnlBeyondTheTapeApart() {
    assertThat(ReportWriter.text(Reports.example()))
        .contains("1 trade, -$0.2501 of the net P&L,\n  which is $0.06 without them.");
  }

  @Test
  void marksGeneratedDataInItsFirstLines() {
    String text = ReportWriter.text(Reports.of("generated", List.of()));

    assertThat(text.lines().limit(4)).anyMatch(line -> line.startsWith("*** GENERATED"));
    assertThat(text)
        .startsWith("Backtest of momentum on GENERATED data\n")
        .endsWith("hours of generated data prove nothing about the next hour.\n");
    assertThat(ReportWriter.text(Reports.example())).doesNotContain("GENERATED");
  }

  @Test
  void saysThatTheModelsAgreeWhereNoOrderRested() {
    assertThat(ReportWriter.text(Reports.example()))
        .contains("No order ever rested, so all three models give this same result.");
  }

  @Test
  void showsTheOtherFillModelsBesideTheOneThatDecided() {
    BacktestReport.Alternative optimistic =
        new BacktestReport.Alternative(
            FillModel.OPTIMISTIC, 5, Money.of("1.234567"), 0.25, "feedbeef");
    BacktestReport report =
        with(
            Reports.example(),
            new BacktestReport.Fills(FillModel.PESSIMISTIC, Latency.DEFAULT, true),
            List.of(optimistic));

    assertThat(ReportWriter.text(report))
        .containsPattern("optimistic +5 trades, net \\$1\\.234567, fill rate 25\\.00 %")
        .doesNotContain("No order ever rested")
        .doesNotContain("All three came to the same decisions");
  }

  @Test
  void saysWhyTheModelsMayAgreeThoughOrdersRested() {
    BacktestReport example = Reports.example();
    BacktestReport.Alternative same =
        new BacktestReport.Alternative(
            FillModel.OPTIMISTIC, 2, Money.of("-0.1901"), 0.6875, example.decisionHash());
    BacktestReport report =
        with(
            example,
            new BacktestReport.Fills(FillModel.PESSIMISTIC, Latency.DEFAULT, true),
            List.of(same));

    assertThat(ReportWriter.text(report)).contains("All three came to the same decisions.");
  }

  @Test
  void saysThatTwoRulesMayDenyOneEntry() {
    BacktestReport example = Reports.example();
    BacktestReport report =
        denying(
            example,
            List.of(
                new BacktestReport.Denials("cooldown", 4),
                new BacktestReport.Denials("dailyLoss", 1)));

    assertThat(ReportWriter.text(report))
        .containsPattern(
            "entries denied +cooldown 4, dailyLoss 1; each counts all that it denied\n");
  }

  @Test
  void staysPlainAsciiAndNarrow() {
    assertThat(ReportWriter.text(Reports.example()).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100).matches("[ -~]*"))
        .hasSizeBetween(40, 70);
  }

  @Test
  void showsAllDigitsOfMoneyAndAtLeastTheCents() {
    assertThat(ReportText.dollars(Money.of("-1234567.000001"))).isEqualTo("-$1234567.000001");
    assertThat(ReportText.dollars(Money.ofDollars(100))).isEqualTo("$100.00");
    assertThat(ReportText.dollars(Money.ZERO)).isEqualTo("$0.00");
    assertThat(ReportText.dollars(Money.of("0.5"))).isEqualTo("$0.50");
  }

  @Test
  void roundsNoShareUpToAllOrDownToNothing() {
    assertThat(ReportText.percent(1)).isEqualTo("100.00 %");
    assertThat(ReportText.percent(0.999_999)).isEqualTo("99.99 %");
    assertThat(ReportText.percent(0.000_001)).isEqualTo("0.01 %");
    assertThat(ReportText.percent(0)).isEqualTo("0.00 %");
  }

  @Test
  void writesDurationsForPeople() {
    assertThat(ReportText.human(Duration.ofMinutes(281).plusSeconds(30))).isEqualTo("4 h 41 min");
    assertThat(ReportText.human(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
    assertThat(ReportText.human(Duration.ofMillis(3_250))).isEqualTo("3.250 s");
  }

  @Test
  void showsNoRatesWhereThereIsNothingToDivideBy() {
    BacktestReport none = Reports.of("recorded", List.of());
    assertThat(none.summary().winRate()).isZero();
    assertThat(none.summary().ordered()).isNotEqualTo(Quantity.ZERO);
    assertThat(ReportWriter.text(none))
        .containsPattern("win rate +-\n")
        .contains("  there were none\n");
  }

  private static BacktestReport denying(
      BacktestReport report, List<BacktestReport.Denials> denied) {
    return new BacktestReport(
        report.strategy(),
        report.parameters(),
        report.seed(),
        report.data(),
        report.fills(),
        report.summary(),
        report.trades(),
        report.unfilledEntries(),
        denied,
        report.breakers(),
        report.alternatives(),
        report.decisionHash(),
        report.runtime());
  }

  private static BacktestReport with(
      BacktestReport report,
      BacktestReport.Fills fills,
      List<BacktestReport.Alternative> alternatives) {
    return new BacktestReport(
        report.strategy(),
        report.parameters(),
        report.seed(),
        report.data(),
        fills,
        report.summary(),
        report.trades(),
        report.unfilledEntries(),
        report.denied(),
        report.breakers(),
        alternatives,
        report.decisionHash(),
        report.runtime());
  }
}
