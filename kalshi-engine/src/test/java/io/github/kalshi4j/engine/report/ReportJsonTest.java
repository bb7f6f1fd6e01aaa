package io.github.kalshi4j.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ReportJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @Test
  void namesItsFieldsForGood() {
    assertThat(written(Reports.example()).propertyNames())
        .containsExactly(
            "decisionHash",
            "strategy",
            "seed",
            "parameters",
            "data",
            "fills",
            "summary",
            "denied",
            "breakers",
            "alternatives",
            "trades",
            "unfilledEntries",
            "runtime");
  }

  @Test
  void followsATradeFromItsSignalToItsPnl() {
    JsonNode trade = written(Reports.example()).at("/trades/0");

    assertThat(trade.at("/side").asString()).isEqualTo("no");
    assertThat(trade.at("/quantity").asString()).isEqualTo("5.00");
    assertThat(trade.at("/opened").asString()).isEqualTo("2026-05-11T05:00:00.060000001Z");
    assertThat(trade.at("/entries/0/signal/name").asString()).isEqualTo("convergence");
    assertThat(trade.at("/entries/0/signal/confidence").asDouble()).isEqualTo(0.6);
    assertThat(trade.at("/entries/0/signal/figures/gapChange").asString()).isEqualTo("-0.0300");
    assertThat(StreamSupport.stream(trade.at("/entries/0/verdicts").spliterator(), false))
        .extracting(v -> v.get("rule").asString() + ' ' + v.get("decision").asString())
        .containsExactly(
            "cooldown approved", "positionPerMarket reduced", "totalExposure approved");
    assertThat(trade.at("/entries/0/verdicts/1/quantity").asString()).isEqualTo("5.00");
    assertThat(trade.at("/entries/0/fills/1/price").asString()).isEqualTo("0.4300");
    assertThat(trade.at("/entries/0/fills/1/fee").asString()).isEqualTo("0.020000");
    assertThat(trade.at("/entries/0/fills/1/liquidity").asString()).isEqualTo("taker");
    assertThat(trade.at("/entries/0/fills/1/reason").asString())
        .isEqualTo("walked the observed book");
    assertThat(trade.at("/exits/0/exit/rule").asString()).isEqualTo("trailingStop");
    assertThat(trade.at("/exits/0/exit/firedAt").asString()).startsWith("2026-05-11T05:00:06");
    assertThat(trade.at("/exits/0/exit/ownBid").asString()).isEqualTo("0.4500");
    assertThat(trade.at("/exits/0/fills/0/price").asString()).isEqualTo("0.5500");
    assertThat(trade.at("/exits/0/fills/0/ownPrice").asString()).isEqualTo("0.4500");
    assertThat(trade.at("/exits/0/fills/0/figures/displayed").asString()).isEqualTo("7.00");
    assertThat(trade.at("/exits/0/signal").isNull()).isTrue();
    assertThat(trade.at("/end").toString())
        .isEqualTo("{\"kind\":\"sold\",\"rule\":\"trailingStop\"}");
    assertThat(trade.at("/netPnl").asString()).isEqualTo("0.060000");
  }

  @Test
  void givesANoPriceItsYesPriceBesideIt() {
    JsonNode entry = written(Reports.example()).at("/trades/0/entries/0");

    assertThat(entry.at("/outcome").asString()).isEqualTo("no");
    assertThat(entry.at("/limit").asString()).isEqualTo("0.4300");
    assertThat(entry.at("/yesLimit").asString()).isEqualTo("0.5700");
    assertThat(entry.at("/fills/0/price").asString()).isEqualTo("0.4200");
    assertThat(entry.at("/fills/0/yesPrice").asString()).isEqualTo("0.5800");
  }

  @Test
  void keepsWhatWasOrderedInVain() {
    JsonNode unfilled = written(Reports.example()).at("/unfilledEntries/0");

    assertThat(unfilled.at("/market").asString()).isEqualTo("KXBTC15M-26MAY110115-15");
    assertThat(unfilled.at("/statusReason").asString()).isEqualTo("immediate_or_cancel");
    assertThat(unfilled.at("/fills").isEmpty()).isTrue();
  }

  @Test
  void saysHowAPositionOutlivedItsTape() {
    JsonNode end = written(Reports.example()).at("/trades/1/end");

    assertThat(end.toString())
        .isEqualTo(
            "{\"kind\":\"settled\",\"quantity\":\"0.50\",\"value\":\"0.000000\",\"beyondTape\":true}");
  }

  @Test
  void keepsFiguresOfOneName() {
    TradeRecord trade = Reports.settledTrade();
    OrderRecord entry = trade.entries().get(0);
    Signal twice =
        new Signal(
            "s", OutcomeSide.YES, 1, List.of(new Figure("mid", "1"), new Figure("mid", "2")));
    OrderRecord changed =
        new OrderRecord(
            entry.id(),
            entry.purpose(),
            entry.market(),
            twice,
            entry.verdicts(),
            entry.exit(),
            entry.outcome(),
            entry.limit(),
            entry.timeInForce(),
            entry.requested(),
            entry.quantity(),
            entry.sent(),
            entry.status(),
            entry.statusReason(),
            entry.fills());
    TradeRecord with =
        new TradeRecord(
            trade.number(),
            trade.market(),
            trade.side(),
            trade.quantity(),
            trade.opened(),
            trade.closed(),
            List.of(changed),
            trade.exits(),
            trade.end(),
            trade.cost(),
            trade.proceeds(),
            trade.fees());

    assertThat(
            written(Reports.of("recorded", List.of(with)))
                .at("/trades/0/entries/0/signal/figures")
                .toString())
        .isEqualTo("{\"mid\":\"1\",\"mid#2\":\"2\"}");
  }

  @Test
  void leavesTheStreamOpen() {
    boolean[] closed = {false};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    ReportWriter.json(Reports.example(), out);

    assertThat(closed[0]).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\n").endsWith("}\n");
  }

  static JsonNode written(BacktestReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportWriter.json(report, out);
    return MAPPER.readTree(out.toByteArray());
  }
}
