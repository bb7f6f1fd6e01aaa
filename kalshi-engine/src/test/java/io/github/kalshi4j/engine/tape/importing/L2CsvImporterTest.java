package io.github.kalshi4j.engine.tape.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.tape.Sample;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class L2CsvImporterTest {
  private static final String A = "KXBTC15M-26MAY110145-45";
  private static final String B = "KXBTC15M-26MAY110200-00";
  private static final String BOOK = "recv_ns,exch_ts_us,seq,kind,ticker,side,price,qty\n";
  private static final String TICKERS =
      "recv_ns,ticker,ts_ms,yes_bid_dollars,yes_bid_size_fp,yes_ask_dollars,yes_ask_size_fp,"
          + "price_dollars,last_trade_size_fp,volume_fp,open_interest_fp,dollar_volume,"
          + "dollar_open_interest\n";
  private static final String COINBASE = "recv_ns,exch_ts_us,kind,trade_id,price\n";
  private static final String MARKETS =
      "ticker,strike,close_time_utc,result,settlement_ts_utc,result_source,capture_id\n"
          + (A + ",80938.41,2026-05-11T05:45:00Z,no,2026-05-11T05:45:15.849954Z,kalshi_api,one\n")
          + (B + ",80791.61,2026-05-11T06:00:00Z,,,,one\n");

  @TempDir Path folder;
  private Path recording;
  private Path out;

  @BeforeEach
  void makeRecording() throws IOException {
    recording = Files.createDirectory(folder.resolve("recording"));
    out = folder.resolve("made").resolve("tapes");
    book(
        row(1000, "", 1, "S", A, "yes", "0.0010", "5.00"),
        row(1000, "", 1, "S", A, "yes", "0.4000", "7.50"),
        row(1000, "", 1, "S", A, "no", "0.5500", "2.00"),
        row(2000, "1778478299000100", 2, "D", A, "yes", "0.4000", "-7.50"),
        row(5000, "", 1, "S", B, "no", "0.9990", "1.00"),
        row(6000, "1778478299000000", 2, "D", B, "yes", "0.0010", "3.25"));
    Files.writeString(recording.resolve("markets.csv"), MARKETS);
  }

  private void book(String... rows) {
    Sample.gzip(recording.resolve("one_book.csv.gz"), BOOK + String.join("", rows));
  }

  private static String row(
      long nanos,
      String micros,
      long seq,
      String kind,
      String ticker,
      String side,
      String price,
      String quantity) {
    return (1_778_478_299_000_000_000L + nanos)
        + ("," + micros + "," + seq + "," + kind + "," + ticker + "," + side + "," + price)
        + ("," + quantity + "\n");
  }

  private void tickers(String... rows) {
    Sample.gzip(recording.resolve("one_ticker.csv.gz"), TICKERS + String.join("", rows));
  }

  private static String ticker(long nanos, String market) {
    return (1_778_478_299_000_000_000L + nanos)
        + ("," + market + ",1778478299020,0.4000,7.50,0.4500,2.00,0.4100,8.65,372789.52,143059.96,")
        + "186394,71529\n";
  }

  private void coinbase(String... rows) {
    Sample.gzip(recording.resolve("one_coinbase.csv.gz"), COINBASE + String.join("", rows));
  }

  private List<Path> importAll() {
    return L2CsvImporter.importAll(recording, out, TapeProgress.NONE);
  }

  /** Returns the records with receive times counted from the recording's second. */
  private List<String> records() {
    Path tape = importAll().getFirst();
    assertThat(tape).isEqualTo(out.resolve("one.tape.gz"));
    return Sample.read(tape).stream()
        .map(line -> line.replaceFirst("^1778478299000000000 ", "1778478299000000 0"))
        .map(line -> line.replaceFirst("^177847829900000", ""))
        .toList();
  }

  private static String names(String ticker) {
    UUID id = UUID.nameUUIDFromBytes(ticker.getBytes(StandardCharsets.US_ASCII));
    return "\"market_ticker\":\"" + ticker + "\",\"market_id\":\"" + id + "\"";
  }

  @Test
  void writesFramesInTheFormOfTheExchange() {
    String subscribed =
        "kalshi {\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}";
    assertThat(records())
        .containsExactly(
            "1000 " + subscribed,
            "1000 kalshi {\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{"
                + names(A)
                + ",\"yes_dollars_fp\":[[\"0.0010\",\"5.00\"],[\"0.4000\",\"7.50\"]]"
                + ",\"no_dollars_fp\":[[\"0.5500\",\"2.00\"]]}}",
            "2000 kalshi {\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":2,\"msg\":{"
                + names(A)
                + ",\"price_dollars\":\"0.4000\",\"delta_fp\":\"-7.50\",\"side\":\"yes\""
                + ",\"ts\":\"2026-05-11T05:44:59.0001Z\",\"ts_ms\":1778478299000}}",
            "2000 kalshi TapeGap[source=kalshi, fromNanos=1778478299000002000,"
                + " untilNanos=1778478299000005000, reason=the recorder reconnected: seq starts"
                + " again]",
            "5000 " + subscribed,
            "5000 kalshi {\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{"
                + names(B)
                + ",\"no_dollars_fp\":[[\"0.9990\",\"1.00\"]]}}",
            "6000 kalshi {\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":2,\"msg\":{"
                + names(B)
                + ",\"price_dollars\":\"0.0010\",\"delta_fp\":\"3.25\",\"side\":\"yes\""
                + ",\"ts\":\"2026-05-11T05:44:59Z\",\"ts_ms\":1778478299000}}");
  }

  @Test
  void putsTheBookBeforeTheTickerAndTheTickerBeforeCoinbase() {
    tickers(ticker(2000, A), ticker(6000, B));
    coinbase(
        "1778478298000000000,1778478298000001,last_match,10,80900.1\n",
        "1778478299000002000,1778478299000000,match,11,80901\n",
        "1778478299000006000,1778478299100000,match,12,80901.00\n");
    List<String> records = records();
    assertThat(records)
        .extracting(L2CsvImporterTest::kind)
        .containsExactly(
            "last_match",
            "subscribed",
            "subscribed",
            "orderbook_snapshot",
            "orderbook_delta",
            "gap",
            "ticker",
            "match",
            "subscribed",
            "subscribed",
            "orderbook_snapshot",
            "orderbook_delta",
            "ticker",
            "match");
    assertThat(records.get(2)).contains("{\"channel\":\"ticker\",\"sid\":2}");
    assertThat(records.get(6))
        .endsWith(
            "{\"type\":\"ticker\",\"sid\":2,\"msg\":{"
                + names(A)
                + ",\"price_dollars\":\"0.4100\",\"yes_bid_dollars\":\"0.4000\""
                + ",\"yes_ask_dollars\":\"0.4500\",\"yes_bid_size_fp\":\"7.50\""
                + ",\"yes_ask_size_fp\":\"2.00\",\"last_trade_size_fp\":\"8.65\""
                + ",\"volume_fp\":\"372789.52\",\"open_interest_fp\":\"143059.96\""
                + ",\"dollar_volume\":186394,\"dollar_open_interest\":71529,\"ts\":1778478299"
                + ",\"ts_ms\":1778478299020,\"time\":\"2026-05-11T05:44:59.02Z\"}}");
    assertThat(records.get(7))
        .endsWith(
            "coinbase {\"type\":\"match\",\"trade_id\":11,\"price\":\"80901\",\"product_id\":"
                + "\"BTC-USD\",\"time\":\"2026-05-11T05:44:59.000000Z\"}");
  }

  private static String kind(String record) {
    return record.contains("TapeGap")
        ? "gap"
        : record.replaceFirst(".*\\{\"type\":\"([a-z_]+)\".*", "$1");
  }

  @Test
  void subscribesBeforeATickerThatComesBeforeTheBook() {
    tickers(ticker(500, A));
    assertThat(records())
        .extracting(L2CsvImporterTest::kind)
        .startsWith("subscribed", "subscribed", "ticker", "orderbook_snapshot");
  }

  @Test
  void describesTheTapeInItsHeader() {
    TapeHeader header = Tapes.find(importAll()).getFirst().header();
    assertThat(header.kind()).isEqualTo(TapeHeader.Kind.IMPORTED);
    assertThat(header.importer()).isEqualTo("l2-csv");
    assertThat(header.description()).contains("no tickers recorded").contains("no Coinbase trades");
    assertThat(header.sourceFiles()).containsExactly("one_book.csv.gz", "markets.csv");
    assertThat(header.start()).isEqualTo(Instant.parse("2026-05-11T05:44:59.000001Z"));
    assertThat(header.end()).isEqualTo(Instant.parse("2026-05-11T05:44:59.000006Z"));
    assertThat(header.subscriptions())
        .containsExactly(new TapeSubscription("kalshi", "orderbook_delta", false));
    assertThat(header.synthesised()).anyMatch(line -> line.contains("market_id"));
    // Offsets are 2000 − 100 000 ns and 6000 − 0 ns; the lower median is the first.
    assertThat(header.clockOffsetNanos()).isEqualTo(-98_000);
    assertThat(header.markets()).extracting(m -> m.ticker().value()).containsExactly(A, B);
    TapeMarket market = header.markets().getFirst();
    assertThat(market.result()).isEqualTo(MarketResult.NO);
    assertThat(market.resultSource()).isEqualTo("kalshi_api");
    assertThat(market.settlementTime()).isEqualTo(Instant.parse("2026-05-11T05:45:15.849954Z"));
    assertThat(market.facts().event().value()).isEqualTo("KXBTC15M-26MAY110145");
    assertThat(market.facts().series().value()).isEqualTo("KXBTC15M");
    assertThat(market.facts().floorStrike()).isEqualByComparingTo("80938.41");
    assertThat(market.facts().openTime()).isEqualTo(Instant.parse("2026-05-11T05:30:00Z"));
    assertThat(market.facts().grid().contains(Price.of("0.9990"))).isTrue();
    assertThat(market.facts().grid().contains(Price.of("0.5550"))).isFalse();
    assertThat(header.markets().getLast().result()).isNull();
  }

  @Test
  void importsTheSameBytesTwice() throws IOException {
    tickers(ticker(2000, A));
    Path tape = importAll().getFirst();
    byte[] first = Files.readAllBytes(tape);
    importAll();
    assertThat(Files.readAllBytes(tape)).isEqualTo(first);
  }

  @Test
  void sortsTheLevelsOfASnapshot() {
    book(
        row(1000, "", 1, "S", A, "yes", "0.4000", "7.50"),
        row(1000, "", 1, "S", A, "yes", "0.1100", "5.00"),
        row(2000, "1778478299000000", 2, "D", A, "yes", "0.4000", "1"));
    assertThat(records().get(1)).contains("[[\"0.1100\",\"5.00\"],[\"0.4000\",\"7.50\"]]");
  }

  @Test
  void keepsDeltasOutOfOrderAsTheyCame() {
    book(
        row(1000, "", 1, "S", A, "yes", "0.4000", "7.50"),
        row(2000, "1778478299000000", 3, "D", A, "yes", "0.4000", "1.00"),
        row(3000, "1778478299000000", 3, "D", A, "yes", "0.4000", "1.00"),
        row(4000, "1778478299000000", 2, "D", A, "yes", "0.4000", "1.00"));
    assertThat(records())
        .extracting(L2CsvImporterTest::kind)
        .containsExactly(
            "subscribed",
            "orderbook_snapshot",
            "orderbook_delta",
            "orderbook_delta",
            "orderbook_delta");
  }

  private void refuses(String... parts) {
    assertThatThrownBy(this::importAll)
        .isInstanceOf(TapeException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts).doesNotContain("\n"));
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void namesFileLineColumnAndValueOfABadRow() {
    String good = row(1000, "", 1, "S", A, "yes", "0.4000", "7.50");
    record Bad(String row, String problem) {}
    for (Bad bad :
        List.of(
            new Bad(row(2000, "x1", 2, "D", A, "yes", "0.4000", "1"), "exch_ts_us: \"x1\""),
            new Bad(row(2000, "", 2, "D", A, "yes", "0.4000", "1"), "exch_ts_us: \"\" is missing"),
            new Bad(
                row(2000, "9223372036854776", 2, "D", A, "yes", "0.4000", "1"),
                "exch_ts_us: \"9223372036854776\" is too late for a time"),
            new Bad(row(2000, "1", 2, "D", A, "up", "0.4000", "1"), "side: \"up\""),
            new Bad(row(2000, "1", 2, "X", A, "yes", "0.4000", "1"), "kind: \"X\""),
            new Bad(row(2000, "1", 2, "D", A, "yes", "0.4050", "1"), "price: \"0.4050\""),
            new Bad(row(2000, "1", 2, "D", A, "yes", "1.0000", "1"), "price: \"1.0000\""),
            new Bad(
                row(2000, "1", 2, "D", A, "yes", "0.4", "1.005"), "qty: \"1.005\" is finer than"),
            new Bad(row(2000, "1", 2, "D", A, "yes", "0.4", "0.00"), "qty: \"0.00\""),
            new Bad(row(2000, "1", 2, "D", A, "yes", "0.4", ""), "qty: \"\""),
            new Bad(row(2000, "1", -2, "D", A, "yes", "0.4", "1"), "seq: \"-2\""),
            new Bad(row(1000, "", 1, "S", A, "yes", "0.40", "1"), "price: \"0.40\" is twice"),
            new Bad(row(1000, "", 1, "S", A, "yes", "0.41", "-1"), "qty: \"-1\""),
            new Bad(row(1001, "", 1, "S", A, "yes", "0.41", "1"), "recv_ns: \""),
            new Bad(row(999, "1", 2, "D", A, "yes", "0.41", "1"), "recv_ns: \""),
            new Bad(
                row(2000, "1", 2, "D", "KXHIGHNY-26JUL04-T85", "yes", "0.4", "1"),
                "ticker: \"KXHIGHNY-26JUL04-T85\" is of a series whose"),
            new Bad(
                row(2000, "1", 2, "D", "KXETH15M-26MAY110145-45", "yes", "0.4", "1"),
                "ticker: \"KXETH15M-26MAY110145-45\" is not in markets.csv"))) {
      book(good, bad.row);
      refuses("one_book.csv.gz: line 3, column " + bad.problem);
    }
    book(good, "1,2,3\n");
    refuses("one_book.csv.gz: line 3: 3 columns, not 8");
  }

  @Test
  void checksTickersAndTradesAsWell() {
    tickers(ticker(2000, A).replace("372789.52", "372789.525"));
    refuses("one_ticker.csv.gz: line 2, column volume_fp: \"372789.525\"");
    tickers(ticker(2000, A).replace("0.4500", "1.4500"));
    refuses("column yes_ask_dollars: \"1.4500\" is above $1");
    tickers(ticker(2000, A).replace("1778478299020", "9223372036855"));
    refuses("column ts_ms: \"9223372036855\" is too late for a time");
    tickers(ticker(2000, A));
    coinbase("1778478299000000000,9223372036854776,match,10,80900.1\n");
    refuses("column exch_ts_us: \"9223372036854776\" is too late for a time");
    coinbase("1778478299000000000,1778478298000001,trade,10,80900.1\n");
    refuses("one_coinbase.csv.gz: line 2, column kind: \"trade\"");
    coinbase("1778478299000000000,1778478298000001,match,10,\"80900.1\"\n");
    refuses("column price: \"\"80900.1\"\" is not a decimal");
  }

  @Test
  void leavesAnEmptyLastPriceEmpty() {
    tickers(ticker(2000, A).replace("0.4100", ""));
    assertThat(records()).anyMatch(record -> record.contains("\"price_dollars\":\"\""));
  }

  @Test
  void refusesMarketsThatContradictEachOther() throws IOException {
    Path markets = recording.resolve("markets.csv");
    Files.writeString(markets, MARKETS + A + ",80938.42,2026-05-11T05:45:00Z,no,,,two\n");
    refuses("markets.csv: line 4, column strike: \"80938.42\" is not what an earlier line says");
    Files.writeString(markets, MARKETS + A + ",80938.410,2026-05-11T05:45:00Z,yes,,,two\n");
    refuses("column result: \"yes\"");
    Files.writeString(markets, MARKETS + A + ",80938.41,yesterday,no,,,two\n");
    refuses("column close_time_utc: \"yesterday\" is not a UTC time");
    Files.writeString(
        markets, MARKETS + B + ",,2026-05-11T06:00:00Z,yes,,kalshi_public_markets,two\n");
    TapeMarket completed = Tapes.find(importAll()).getFirst().header().markets().getLast();
    assertThat(completed.result()).isEqualTo(MarketResult.YES);
    assertThat(completed.facts().floorStrike()).isEqualByComparingTo("80791.61");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.writeString(recording.resolve("captures.csv"), "capture_id,x\none,1\ntwo,2\n");
    refuses("captures.csv: line 3, column capture_id: \"two\" is a capture without a file");
    Files.delete(recording.resolve("captures.csv"));
    book();
    refuses("one_book.csv.gz: no deltas");
    Files.writeString(recording.resolve("one_book.csv.gz"), BOOK);
    refuses("one_book.csv.gz: not gzip");
    Files.delete(recording.resolve("markets.csv"));
    refuses("markets.csv: no such file");
    Files.delete(recording.resolve("one_book.csv.gz"));
    refuses("recording: no file *_book.csv.gz");
    assertThatThrownBy(
            () -> L2CsvImporter.importAll(folder.resolve("nowhere"), out, TapeProgress.NONE))
        .hasMessageEndingWith("nowhere: no such folder");
    Sample.gzip(recording.resolve("one_book.csv.gz"), "recv_ns,seq\n");
    Files.writeString(recording.resolve("markets.csv"), MARKETS);
    refuses("one_book.csv.gz: line 1: no column \"exch_ts_us\"");
  }

  @Test
  void writesAllTapesOrNone() throws IOException {
    Path earlier = importAll().getFirst();
    byte[] before = Files.readAllBytes(earlier);
    book(
        row(1000, "", 1, "S", A, "yes", "0.4000", "9.00"),
        row(2000, "1778478299000000", 2, "D", A, "yes", "0.4000", "1"));
    Sample.gzip(recording.resolve("two_book.csv.gz"), BOOK + "broken\n");
    assertThatThrownBy(this::importAll).hasMessageContaining("two_book.csv.gz: line 2");
    assertThat(Files.readAllBytes(earlier)).isEqualTo(before);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).containsExactly(earlier);
    }
  }

  @Test
  void tellsHowFarItIs() {
    Sample.gzip(
        recording.resolve("another_book.csv.gz"),
        Sample.text(recording.resolve("one_book.csv.gz")));
    var heard = new ArrayList<String>();
    L2CsvImporter.importAll(
        recording, out, (done, total, next) -> heard.add(done + "/" + total + " " + next));
    assertThat(heard).containsExactly("0/2 another", "1/2 one", "2/2 ");
  }
}
