package io.github.kalshi4j.engine.tape.inspection;

import static io.github.kalshi4j.engine.tape.Sample.MILLI;
import static io.github.kalshi4j.engine.tape.Sample.START;
import static io.github.kalshi4j.engine.tape.Sample.TICKER;
import static io.github.kalshi4j.engine.tape.Sample.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exchange time on these tapes is receive time less 100 ms, where nothing else is said. */
class TapeVerificationTest {
  private static final long EXCHANGE = START / 1000 - 100_000; // microseconds

  @TempDir Path folder;

  private TapeVerification verify(Consumer<TapeWriter> content) {
    TapeFile tape = Sample.tape(folder.resolve("x.tape.gz"), content);
    return TapeVerification.of(List.of(tape), TapeProgress.NONE);
  }

  private static void frame(TapeWriter writer, long millis, String frame) {
    writer.frame(START + millis * MILLI, TapeSource.KALSHI, frame);
  }

  /** A book of 0.40 bid, 0.60 asked, 10 contracts each. */
  private static void open(TapeWriter writer) {
    frame(writer, 0, Sample.subscribed());
    frame(
        writer, 0, Sample.snapshot(1, TICKER, level("0.4000", "10.00"), level("0.4000", "10.00")));
  }

  private static void delta(
      TapeWriter writer, long seq, long millis, String side, String price, String change) {
    frame(
        writer,
        millis,
        Sample.delta(seq, TICKER, side, price, change, EXCHANGE + millis * 1000 + 250));
  }

  private static String ticker(String bid, String ask, long millis) {
    return Sample.ticker(TICKER, bid, ask, EXCHANGE / 1000 + millis);
  }

  @Test
  void comparesATickerWithTheBookOfItsExchangeTime() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          // Received before its delta, and after a later one.
          frame(writer, 11, ticker("0.4700", "0.6000", 20));
          delta(writer, 3, 20, "yes", "0.4700", "5.00");
          delta(writer, 4, 30, "yes", "0.4800", "5.00");
          delta(writer, 5, 31, "yes", "0.4900", "5.00");
          frame(writer, 40, ticker("0.4500", "0.6000", 15));
        });
    assertThat(result.tickerAgreement().compared()).isEqualTo(2);
    assertThat(result.tickerAgreement().agreed()).isEqualTo(2);
    assertThat(result.tickerAgreement().share()).isEqualTo(1.0);
    assertThat(result.deltas()).isEqualTo(4);
    assertThat(result.snapshots()).isEqualTo(1);
    assertThat(result.tapes().getFirst().clockOffset().median()).isEqualTo(99_750_000);
  }

  @Test
  void takesADeltaOfTheTickersOwnMillisecondAsBefore() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          frame(writer, 10, ticker("0.4500", "0.6000", 10));
        });
    assertThat(result.tickerAgreement().agreed()).isEqualTo(1);
  }

  @Test
  void takesTheWholeGroupOfDeltasOfOneTime() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          long later = EXCHANGE + 20_000;
          frame(writer, 20, Sample.delta(3, TICKER, "yes", "0.4500", "-5.00", later));
          frame(writer, 20, ticker("0.4600", "0.6000", 20));
          frame(writer, 21, Sample.delta(4, TICKER, "yes", "0.4600", "5.00", later));
        });
    assertThat(result.tickerAgreement().agreed()).isEqualTo(1);
  }

  @Test
  void countsTickersBeforeTheFirstDeltaAsWithoutBook() {
    var result =
        verify(writer -> {
          open(writer);
          frame(writer, 1, ticker("0.4000", "0.6000", 1));
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
        });
    assertThat(result.tickerAgreement().noBook()).isEqualTo(1);
    assertThat(result.tickerAgreement().compared()).isZero();
    assertThat(result.tickerAgreement().share()).isNull();
  }

  @Test
  void listsAndExplainsTickersThatDiffer() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          delta(writer, 3, 20, "yes", "0.4700", "5.00");
          frame(writer, 21, ticker("0.4500", "0.6000", 20)); // changed in its millisecond
          frame(writer, 22, ticker("0.4500", "0.6000", 25)); // too old
          frame(writer, 23, ticker("0.4800", "0.6000", 26)); // too new
          frame(writer, 24, ticker("0.5000", "0.6000", 27)); // never so
          delta(writer, 4, 30, "yes", "0.4800", "5.00");
          delta(writer, 5, 40, "yes", "0.4900", "5.00");
        });
    var agreement = result.tickerAgreement();
    assertThat(agreement.compared()).isEqualTo(4);
    assertThat(agreement.agreed()).isZero();
    assertThat(agreement.differing())
        .extracting(TickerAgreement.Difference::explanation)
        .containsExactly(
            "it shows the book one group earlier, which changed within the very millisecond of its"
                + " time",
            "it shows the book one group earlier, which ended 4.750 ms before its own time",
            "it shows the book one group later, 4.250 ms after its own time",
            "no book near its time has these prices");
    var first = agreement.differing().getFirst();
    assertThat(first.record()).isEqualTo(5);
    assertThat(first.market()).isEqualTo(TICKER);
    assertThat(first.tickerBid()).isEqualTo("0.4500");
    assertThat(first.bookBid()).isEqualTo("0.4700");
    assertThat(first.bookAsk()).isEqualTo("0.6000");
    assertThat(result.toText()).contains("0 of 4 agree").contains("ticker 0.4500 / 0.6000");
  }

  @Test
  void readsTheTickerOfAnEmptyBook() {
    var result =
        verify(writer -> {
          frame(writer, 0, Sample.subscribed());
          frame(writer, 0, Sample.snapshot(1, TICKER, level("0.4000", "10.00"), ""));
          delta(writer, 2, 10, "yes", "0.4000", "-10.00");
          frame(writer, 10, ticker("0.0000", "1.0000", 10));
        });
    assertThat(result.tickerAgreement().agreed()).isEqualTo(1);
  }

  @Test
  void explainsTheEmptyTickerAfterTheClose() {
    long closeMillis = Sample.CLOSE.toEpochMilli() - EXCHANGE / 1000;
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          frame(writer, closeMillis + 100, ticker("0.0000", "1.0000", closeMillis + 700));
        });
    assertThat(result.tickerAgreement().differing().getFirst().explanation())
        .startsWith("the exchange clears the book after the close");
  }

  @Test
  void seesAGapInTheSequenceAndComparesNothingUntilASnapshot() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          delta(writer, 5, 20, "yes", "0.4700", "5.00");
          frame(writer, 21, ticker("0.4700", "0.6000", 20));
          delta(writer, 6, 22, "yes", "0.4800", "5.00");
          frame(
              writer,
              30,
              Sample.snapshot(7, TICKER, level("0.4200", "1.00"), level("0.4000", "1.00")));
          delta(writer, 8, 40, "yes", "0.4300", "1.00");
          frame(writer, 40, ticker("0.4300", "0.6000", 40));
          delta(writer, 8, 41, "yes", "0.4400", "1.00");
        });
    assertThat(result.sequenceGaps()).isEqualTo(1);
    assertThat(result.missedNumbers()).isEqualTo(2);
    assertThat(result.duplicates()).isEqualTo(1);
    assertThat(result.staleDropped()).isEqualTo(1);
    assertThat(result.tickerAgreement().noBook()).isEqualTo(1);
    assertThat(result.tickerAgreement().agreed()).isEqualTo(1);
    assertThat(result.tickerAgreement().compared()).isEqualTo(1);
  }

  @Test
  void seesALevelThatWouldBecomeNegative() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4000", "-10.01");
        });
    assertThat(result.negativeLevels()).isEqualTo(1);
    assertThat(result.badSnapshots()).isZero();
  }

  @Test
  void measuresCrossedBooksInsideGroupsAndBetweenThem() {
    var result =
        verify(writer -> {
          open(writer);
          long burst = EXCHANGE + 10_000;
          frame(writer, 10, Sample.delta(2, TICKER, "yes", "0.6000", "1.00", burst));
          frame(writer, 13, Sample.delta(3, TICKER, "yes", "0.6000", "-1.00", burst));
          delta(writer, 4, 20, "yes", "0.6500", "1.00");
          delta(writer, 5, 27, "yes", "0.6500", "-1.00");
        });
    assertThat(result.crossed())
        .isEqualTo(new TapeVerification.Crossed(1, 7 * MILLI, 1, 3 * MILLI));
  }

  @Test
  void startsAnewAfterAGapInTheRecording() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          writer.gap(
              new TapeGap(
                  TapeSource.KALSHI, START + 10 * MILLI, START + 50 * MILLI, "reconnected"));
          frame(writer, 20, ticker("0.4600", "0.6000", 20)); // nobody knows
          frame(writer, 50, Sample.subscribed());
          frame(
              writer,
              50,
              Sample.snapshot(1, TICKER, level("0.3000", "1.00"), level("0.4000", "1.00")));
          delta(writer, 2, 60, "yes", "0.3100", "1.00");
          delta(writer, 3, 70, "yes", "0.3200", "1.00");
        });
    assertThat(result.sequenceGaps()).isZero();
    assertThat(result.uncoveredNanos()).isEqualTo(40 * MILLI);
    assertThat(result.tickerAgreement().noBook()).isEqualTo(1);
  }

  @Test
  void namesTheRecordThatCannotBeDecoded() {
    assertThatThrownBy(() ->
            verify(writer -> {
              open(writer);
              frame(writer, 1, "{\"type\":\"orderbook_delta\"}");
            }))
        .isInstanceOf(TapeException.class)
        .hasMessageContaining("x.tape.gz: record 3: orderbook_delta");
  }

  @Test
  void givesTheKeysOfTheContract() {
    var result =
        verify(writer -> {
          open(writer);
          delta(writer, 2, 10, "yes", "0.4500", "5.00");
          frame(writer, 10, ticker("0.4500", "0.6000", 10));
          writer.frame(START + 11 * MILLI, TapeSource.COINBASE, "{\"type\":\"match\"}");
          frame(writer, 12, "{\"type\":\"novelty\",\"msg\":{}}");
        });
    JsonMapper mapper = JsonMapper.shared();
    JsonNode verify = mapper.valueToTree(result);
    assertThat(verify.get("sequenceGaps").intValue()).isZero();
    assertThat(verify.get("tickerAgreement").get("compared").intValue()).isEqualTo(1);
    assertThat(verify.get("tickerAgreement").get("agreed").intValue()).isEqualTo(1);
    assertThat(verify.get("tickerAgreement").get("share").doubleValue()).isEqualTo(1.0);
    assertThat(verify.get("tickerAgreement").get("noBook").intValue()).isZero();

    var tapes = Tapes.find(List.of(folder));
    TapeInfo info = TapeInfo.of(tapes, TapeProgress.NONE);
    JsonNode json = mapper.valueToTree(info);
    assertThat(json.get("frames").toString())
        .isEqualTo(
            "{\"orderbook_delta\":1,\"orderbook_snapshot\":1,\"subscribed\":1,\"ticker\":1}");
    assertThat(json.get("unknown").toString()).isEqualTo("{\"novelty\":1}");
    assertThat(json.get("sources").toString()).isEqualTo("{\"coinbase\":1,\"kalshi\":5}");
    assertThat(json.get("start").stringValue()).isEqualTo("2026-05-11T05:37:40Z");
    JsonNode market = json.get("tapes").get(0).get("markets").get(0);
    assertThat(market.get("ticker").stringValue()).isEqualTo(TICKER);
    assertThat(market.get("result").stringValue()).isEqualTo("no");
    assertThat(info.toText()).contains("novelty 1").contains(TICKER + "=no");
  }
}
