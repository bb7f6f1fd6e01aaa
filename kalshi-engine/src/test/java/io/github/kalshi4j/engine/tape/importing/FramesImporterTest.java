package io.github.kalshi4j.engine.tape.importing;

import static io.github.kalshi4j.engine.tape.Sample.MILLI;
import static io.github.kalshi4j.engine.tape.Sample.START;
import static io.github.kalshi4j.engine.tape.Sample.TICKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesImporterTest {
  @TempDir private Path folder;

  private TapeFile imported(String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), String.join("\n", lines) + "\n");
    return imported(file);
  }

  private TapeFile imported(Path source) {
    List<Path> tapes =
        FramesImporter.importAll(source, folder.resolve("out"), false, TapeProgress.NONE);
    assertThat(tapes).hasSize(1);
    return TapeFile.read(tapes.getFirst());
  }

  private static String snapshot() {
    return Sample.snapshot(1, TICKER, Sample.level("0.4000", "10.00"), "");
  }

  private static String delta(int seq) {
    return Sample.delta(seq, TICKER, "yes", "0.4100", "1.00", START / 1000 + seq * 1000L);
  }

  @Test
  void makesTheTimesOfBareFramesFromTheExchanges() throws IOException {
    TapeFile tape =
        imported(
            Sample.subscribed(),
            snapshot(),
            delta(2),
            Sample.ticker(TICKER, "0.4000", "0.5000", START / MILLI + 1),
            "",
            "  " + delta(5) + "\r");
    assertThat(tape.path()).hasFileName("x.tape.gz");
    assertThat(Sample.read(tape.open()))
        .containsExactly(
            START + 2 * MILLI + " kalshi " + Sample.subscribed(),
            START + 2 * MILLI + " kalshi " + snapshot(),
            START + 2 * MILLI + " kalshi " + delta(2),
            START
                + 2 * MILLI
                + " kalshi "
                + Sample.ticker(TICKER, "0.4000", "0.5000", START / MILLI + 1),
            START + 5 * MILLI + " kalshi " + delta(5));
    TapeHeader header = tape.header();
    assertThat(header.kind()).isEqualTo(TapeHeader.Kind.IMPORTED);
    assertThat(header.importer()).isEqualTo("frames");
    assertThat(header.sourceFiles()).containsExactly("x.jsonl");
    assertThat(header.synthesised())
        .anyMatch(line -> line.startsWith("receive times of 5 frames: the exchange's time"))
        .anyMatch(line -> line.startsWith("market facts: open and close times from the ticker"))
        .anyMatch(line -> line.startsWith("use_yes_price: false"));
    assertThat(header.subscriptions())
        .extracting(TapeSubscription::channel)
        .containsExactly("orderbook_delta", "ticker");
    assertThat(header.clockOffsetNanos()).isZero();
    assertThat(header.markets().getFirst().facts().openTime())
        .isEqualTo(Sample.CLOSE.minusSeconds(900));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1778477860123456789 ",
        "1778477860123456.789 ",
        "1778477860123.456789\t",
        "1778477860.123456789: ",
        "2026-05-11T05:37:40.123456789Z ",
        "2026-05-11T01:37:40.123456789-04:00, ",
        "1778477860123456789"
      })
  void readsReceiveTimesOfManyForms(String time) throws IOException {
    TapeFile tape = imported(time + snapshot(), time + delta(200));
    assertThat(Sample.read(tape.open()))
        .containsExactly(
            "1778477860123456789 kalshi " + snapshot(), "1778477860123456789 kalshi " + delta(200));
    assertThat(tape.header().synthesised()).noneMatch(line -> line.startsWith("receive times"));
    assertThat(tape.header().clockOffsetNanos()).isEqualTo(123_456_789 - 200 * MILLI);
  }

  @Test
  void neverGoesBackInTime() throws IOException {
    TapeFile tape = imported(START + " " + snapshot(), START - 1 + " " + delta(2));
    assertThat(Sample.read(tape.open()).getLast()).startsWith(START + " ");
    assertThat(tape.header().synthesised())
        .anyMatch(line -> line.startsWith("receive times of 1 frames: the recorder's clock"));
  }

  @Test
  void readsFramesInWrappersAndDocuments() throws IOException {
    String wrapped = "{\"received_ms\":" + START / MILLI + ",\"frame\":" + snapshot() + "}";
    String quoted =
        "{\"received_us\":"
            + START / 1000
            + ",\"frame\":\""
            + snapshot().replace("\"", "\\\"")
            + "\"}";
    List<String> expected = List.of(START + " kalshi " + snapshot());
    assertThat(Sample.read(imported(wrapped).open())).isEqualTo(expected);
    assertThat(Sample.read(imported(quoted).open())).isEqualTo(expected);
    Path document = folder.resolve("d.json");
    Files.writeString(document, "{\n \"note\": \"x\",\n \"frames\": [\n" + wrapped + "\n]}\n");
    assertThat(Sample.read(imported(document).open())).isEqualTo(expected);
  }

  @Test
  void readsARecordersEnvelopes() throws IOException {
    String around =
        "{\"channel\":\"%s\",\"event_type\":\"%s\",\"local_recv_ns\":%d,"
            + "\"sequence_number\":%s,\"payload_json\":%s}";
    TapeFile tape =
        imported(
            String.format(
                around,
                "control",
                "watch_market",
                START,
                "null",
                "{\"close_time\":\"2026-05-11T05:45:00Z\",\"market_ticker\":\""
                    + TICKER
                    + "\",\"strike\":80938.41}"),
            String.format(around, "control", "ws_connected", START, "null", "{}"),
            String.format(
                around,
                "control",
                "ws_subscribed",
                START + 1,
                "null",
                "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":7}}"),
            String.format(
                around,
                "orderbook_delta",
                "orderbook_delta",
                START + 2,
                "3",
                "{\"market_ticker\":\""
                    + TICKER
                    + "\",\"price_cents\":41,\"side\":\"yes\","
                    + "\"price_dollars\":\"0.4100\",\"delta_fp\":\"1.00\"}"),
            String.format(around, "control", "ws_connected", START + 9, "null", "{}"),
            String.format(
                around,
                "orderbook_delta",
                "orderbook_snapshot",
                START + 10,
                "1",
                "{\"market_ticker\":\"" + TICKER + "\"}"));
    assertThat(Sample.read(tape.open()))
        .hasSize(4)
        .contains(
            START
                + 2
                + " kalshi {\"type\":\"orderbook_delta\",\"sid\":7,\"seq\":3,\"msg\":{"
                + "\"market_ticker\":\""
                + TICKER
                + "\",\"side\":\"yes\","
                + "\"price_dollars\":\"0.4100\",\"delta_fp\":\"1.00\"}}")
        .element(2)
        .asString()
        .contains("the recorder reconnected");
    assertThat(tape.header().markets().getFirst().facts().floorStrike()).isEqualTo("80938.41");
    assertThat(tape.header().synthesised())
        .anyMatch(line -> line.startsWith("3 lines of the recorder's own"))
        .anyMatch(line -> line.startsWith("3 frames: put together"));
  }

  @Test
  void recordsANewConnectionAsAGap() throws IOException {
    TapeFile tape =
        imported(
            START + " " + Sample.subscribed(),
            START + 1 + " " + snapshot(),
            START + 5 + " " + Sample.subscribed(),
            START + 6 + " " + snapshot());
    try (var reader = tape.open()) {
      while (reader.next()) {}
      assertThat(reader.end().orElseThrow().gaps())
          .containsExactly(
              new TapeGap(TapeSource.KALSHI, START + 1, START + 5, "the recorder reconnected"));
    }
  }

  @Test
  void takesMarketFactsFromLifecycleFrames() throws IOException {
    String market = "KXHIGHNY-26MAY11-T85";
    TapeFile tape =
        imported(
            START
                + " {\"type\":\"market_lifecycle_v2\",\"sid\":3,\"seq\":1,\"msg\":{\"market_ticker\":\""
                + market
                + "\",\"event_type\":\"created\",\"exchange_index\":2,\"open_ts\":1778470000,"
                + "\"close_ts\":1778500000,\"price_level_structure\":\"linear_cent\","
                + "\"price_ranges\":[{\"start\":\"0.0000\",\"end\":\"1.0000\",\"step\":\"0.0100\"}],"
                + "\"additional_metadata\":{\"name\":\"\",\"title\":\"\",\"yes_sub_title\":\"\","
                + "\"no_sub_title\":\"\",\"rules_primary\":\"\",\"rules_secondary\":\"\","
                + "\"can_close_early\":true,\"event_ticker\":\"KXHIGHNY-26MAY11\","
                + "\"expected_expiration_ts\":1778500300,\"strike_type\":\"greater\","
                + "\"floor_strike\":85.5}}}",
            START + 1 + " " + Sample.snapshot(1, market, "", ""),
            START
                + 2
                + " {\"type\":\"market_lifecycle_v2\",\"sid\":3,\"seq\":2,\"msg\":{\"market_ticker\":\""
                + market
                + "\",\"event_type\":\"determined\",\"determination_ts\":1778500100,"
                + "\"result\":\"yes\",\"settlement_value\":\"1.0000\"}}",
            START
                + 3
                + " {\"type\":\"market_lifecycle_v2\",\"sid\":3,\"seq\":3,\"msg\":{\"market_ticker\":\""
                + market
                + "\",\"event_type\":\"settled\",\"settled_ts\":1778500200}}");
    TapeMarket known = tape.header().markets().getFirst();
    MarketFacts facts = known.facts();
    assertThat(facts.series().value()).isEqualTo("KXHIGHNY");
    assertThat(facts.event().value()).isEqualTo("KXHIGHNY-26MAY11");
    assertThat(facts.strikeType()).isEqualTo("greater");
    assertThat(facts.floorStrike()).isEqualByComparingTo("85.5");
    assertThat(facts.openTime()).isEqualTo(Instant.ofEpochSecond(1_778_470_000));
    assertThat(facts.closeTime()).isEqualTo(Instant.ofEpochSecond(1_778_500_000));
    assertThat(facts.exchangeIndex()).isEqualTo(2);
    assertThat(known.result()).isEqualTo(MarketResult.YES);
    assertThat(known.settlementTime()).isEqualTo(Instant.ofEpochSecond(1_778_500_200));
    assertThat(known.resultSource()).isEqualTo("market_lifecycle_v2");
    assertThat(tape.header().synthesised()).anyMatch(line -> line.contains("fee type quadratic"));
  }

  @Test
  void importsAFolderWithItsCompressedFiles() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), START + " " + snapshot() + "\n");
    Sample.gzip(folder.resolve("b.ndjson.gz"), START + " " + snapshot());
    Files.writeString(folder.resolve("README.md"), "# not frames\n");
    List<Path> tapes =
        FramesImporter.importAll(folder, folder.resolve("out"), true, TapeProgress.NONE);
    assertThat(tapes)
        .extracting(tape -> tape.getFileName().toString())
        .containsExactly("a.tape.gz", "b.tape.gz");
    assertThat(TapeFile.read(tapes.getFirst()).header().useYesPrice()).isTrue();
    byte[] first = Files.readAllBytes(tapes.getFirst());
    FramesImporter.importAll(folder, folder.resolve("out"), true, TapeProgress.NONE);
    assertThat(Files.readAllBytes(tapes.getFirst())).isEqualTo(first);
  }

  private void refuses(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(TapeException.class).hasMessageContainingAll(parts);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void namesFileLineAndValueOfWhatItCannotRead() {
    refuses(
        () -> imported(snapshot(), delta(2).replace("0.4100", "4 cents")),
        "x.jsonl: line 2: orderbook_delta, field price_dollars",
        "4 cents");
    refuses(() -> imported(delta(2), "{\"a\": 1}"), "line 2", "no frame in it", "{\"a\": 1}");
    refuses(() -> imported(delta(2), "yesterday " + delta(3)), "line 2", "neither", "yesterday");
    refuses(() -> imported(delta(2), "12345 " + delta(3)), "line 2", "no time", "12345");
    refuses(() -> imported(delta(2), START + " [1]"), "line 2", "neither a frame nor a time and");
    refuses(() -> imported(delta(2), String.valueOf(START)), "line 2", "no frame after the time");
    refuses(() -> imported(delta(2), "{\"type\":\"ticker\",\"sid\""), "line 2", "ticker");
    refuses(() -> imported(delta(2), "{\"x\""), "line 2", "not JSON");
    refuses(() -> imported(""), "x.jsonl: no frames");
    refuses(() -> imported(Sample.subscribed()), "x.jsonl: no frame with a time");
    refuses(() -> imported("{", "\"frames\": 1}"), "without a list of frames");
  }

  @Test
  void writesNothingIfOneOfManyFilesIsBad() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), delta(1));
    Files.writeString(folder.resolve("b.jsonl"), "what?");
    refuses(
        () -> FramesImporter.importAll(folder, folder.resolve("out"), false, TapeProgress.NONE),
        "b.jsonl: line 1");
  }

  @Test
  void refusesFilesThatWouldMakeOneTape() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), delta(1));
    Files.writeString(folder.resolve("a.txt"), delta(1));
    refuses(
        () -> FramesImporter.importAll(folder, folder.resolve("out"), false, TapeProgress.NONE),
        "a.jsonl",
        "a.txt");
  }

  @Test
  void refusesAFolderWithoutFrames() {
    refuses(
        () -> FramesImporter.importAll(folder, folder.resolve("out"), false, TapeProgress.NONE),
        "no file *.jsonl");
  }
}
