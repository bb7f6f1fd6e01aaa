package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import io.github.kalshi4j.strategy.testing.TestMarkets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Tapes of one market and a few seconds, and a recording to import, all made by hand. */
final class SmallTapes {
  static final MarketFacts MARKET = TestMarkets.bitcoin15Minutes();
  static final Instant START = MARKET.openTime().plusSeconds(60);
  private static final long MILLI = 1_000_000;

  private SmallTapes() {}

  /** Writes a tape that starts at a time and lasts two minutes. */
  static Path write(Path file, Instant start, MarketFacts facts) {
    try (TapeWriter writer = TapeWriter.create(file)) {
      long nanos = start.getEpochSecond() * 1_000_000_000L;
      long millis = nanos / MILLI;
      writer.frame(
          nanos,
          TapeSource.KALSHI,
          "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}");
      writer.frame(
          nanos + MILLI,
          TapeSource.KALSHI,
          "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{\"market_ticker\":\""
              + facts.ticker()
              + "\",\"market_id\":\"x\",\"yes_dollars_fp\":[[\"0.4000\",\"100.00\"]],"
              + "\"no_dollars_fp\":[[\"0.5500\",\"100.00\"]]}}");
      for (int i = 1; i <= 40; i++) {
        writer.frame(
            nanos + i * 1000 * MILLI,
            TapeSource.KALSHI,
            String.format(
                Locale.ROOT,
                "{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":%d,\"msg\":{\"market_ticker\":\"%s\","
                    + "\"market_id\":\"x\",\"price_dollars\":\"0.4%d00\",\"delta_fp\":\"%s\","
                    + "\"side\":\"yes\",\"ts\":\"%s\",\"ts_ms\":%d}}",
                i + 1,
                facts.ticker(),
                1 + (i - 1) / 2 % 4,
                i % 2 == 1 ? "10.00" : "-10.00",
                Instant.ofEpochMilli(millis + i * 1000L),
                millis + i * 1000L));
      }
      writer.frame(
          nanos + 41_000 * MILLI,
          TapeSource.KALSHI,
          "{\"type\":\"new_thing\",\"sid\":1,\"msg\":{}}");
      writer.finish(
          new TapeHeader(
              TapeHeader.Kind.RECORDED,
              "made by hand",
              List.of(),
              start,
              start.plus(Duration.ofMinutes(2)),
              "test",
              "1",
              null,
              List.of(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false)),
              List.of(),
              0L,
              List.of(
                  new TapeMarket(
                      facts,
                      "tapered_deci_cent",
                      MarketResult.YES,
                      facts.closeTime().plusSeconds(10),
                      "kalshi_api"))));
    }
    return file;
  }

  /** Writes a recording of one frame that was stopped. */
  static Path writeUnfinished(Path file) {
    TapeHeader begin =
        new TapeHeader(
            TapeHeader.Kind.RECORDED,
            "made by hand",
            List.of(),
            START,
            START,
            "test",
            "1",
            null,
            List.of(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false)),
            List.of(),
            null,
            List.of(new TapeMarket(MARKET, "tapered_deci_cent", null, null, null)));
    try (TapeWriter writer = TapeWriter.record(file, begin)) {
      writer.frame(
          START.getEpochSecond() * 1_000_000_000L,
          TapeSource.KALSHI,
          "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{\"market_ticker\":\""
              + MARKET.ticker()
              + "\",\"market_id\":\"x\",\"yes_dollars_fp\":[[\"0.4000\",\"100.00\"]]}}");
    }
    return file;
  }

  static Path write(Path file) {
    return write(file, START, MARKET);
  }

  /** Writes a recording in the shape l2-csv: one capture of one market. */
  static Path recording(Path folder, String price) throws IOException {
    Files.createDirectories(folder);
    String ticker = "KXBTC15M-26MAY110145-45";
    Files.writeString(
        folder.resolve("markets.csv"),
        "ticker,strike,close_time_utc,result,settlement_ts_utc,result_source,capture_id,"
            + "book_first_utc,book_last_utc\n"
            + ticker
            + ",80938.41,2026-05-11T05:45:00Z,no,2026-05-11T05:45:15.849954Z,kalshi_api,c1,"
            + "2026-05-11T05:37:43.452Z,2026-05-11T05:37:44.452Z\n");
    gzip(
        folder.resolve("c1_book.csv.gz"),
        "recv_ns,exch_ts_us,seq,kind,ticker,side,price,qty\n"
            + "1778477863452142848,,1,S,"
            + ticker
            + ",yes,0.2000,1602.00\n"
            + "1778477863452142848,,1,S,"
            + ticker
            + ",no,0.7900,10.00\n"
            + "1778477864452142848,1778477864450000,2,D,"
            + ticker
            + ",yes,"
            + price
            + ",5.00\n");
    return folder;
  }

  private static void gzip(Path file, String text) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
