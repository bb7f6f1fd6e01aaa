package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeReader;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Small tapes and their parts, made by hand. */
public final class Sample {
  /** 2026-05-11T05:37:40Z. */
  public static final long START = 1_778_477_860_000_000_000L;

  public static final long MILLI = 1_000_000L;
  public static final String TICKER = "KXBTC15M-26MAY110145-45";
  public static final Instant CLOSE = Instant.parse("2026-05-11T05:45:00Z");

  private Sample() {}

  public static TapeMarket market(String ticker, String strike, @Nullable MarketResult result) {
    var facts =
        new MarketFacts(
            MarketTicker.of(ticker),
            EventTicker.of(ticker.substring(0, ticker.lastIndexOf('-'))),
            SeriesTicker.of(ticker.substring(0, ticker.indexOf('-'))),
            "greater_or_equal",
            new BigDecimal(strike),
            null,
            CLOSE.minusSeconds(900),
            CLOSE,
            PriceGrid.uniform(Price.ofCents(1)),
            FeeSchedule.STANDARD,
            0);
    return new TapeMarket(
        facts,
        "linear_cent",
        result,
        result == null ? null : CLOSE.plusSeconds(16),
        result == null ? null : "kalshi_api");
  }

  public static TapeHeader header(long fromNanos, long toNanos, TapeMarket... markets) {
    return new TapeHeader(
        TapeHeader.Kind.GENERATED,
        "made by hand",
        List.of("one.csv", "two \"quoted\" é.csv"),
        EpochNanos.toInstant(fromNanos),
        EpochNanos.toInstant(toNanos),
        "kalshi4j",
        "1.2.3",
        null,
        List.of(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", false)),
        List.of("everything"),
        -221_078_888L,
        List.of(markets));
  }

  public static TapeHeader header() {
    return header(START, START + 3_600_000 * MILLI, market(TICKER, "80938.41", MarketResult.NO));
  }

  /** Writes a tape with a header of an hour and whatever is put on it. */
  public static TapeFile tape(Path file, Consumer<TapeWriter> content) {
    return tape(file, header(), content);
  }

  public static TapeFile tape(Path file, TapeHeader header, Consumer<TapeWriter> content) {
    try (var writer = TapeWriter.create(file)) {
      content.accept(writer);
      writer.finish(header);
    }
    return new TapeFile(file, header);
  }

  /** A tape with a bit of everything, small enough to be damaged at every byte. */
  public static TapeFile small(Path file) {
    return tape(
        file,
        writer -> {
          writer.frame(START, TapeSource.KALSHI, subscribed());
          writer.frame(
              START + MILLI, TapeSource.COINBASE, "{\"type\":\"match\",\"price\":\"1.5\"}");
          writer.gap(new TapeGap(TapeSource.KALSHI, START + MILLI, START + 9 * MILLI, "a pause"));
          writer.frame(START + 9 * MILLI, TapeSource.KALSHI, subscribed());
        });
  }

  public static String subscribed() {
    return "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}";
  }

  public static String snapshot(long seq, String market, String yes, String no) {
    return "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":"
        + seq
        + ",\"msg\":{\"market_ticker\":\""
        + market
        + "\",\"market_id\":\"x\""
        + (yes.isEmpty() ? "" : ",\"yes_dollars_fp\":[" + yes + "]")
        + (no.isEmpty() ? "" : ",\"no_dollars_fp\":[" + no + "]")
        + "}}";
  }

  public static String level(String price, String quantity) {
    return "[\"" + price + "\",\"" + quantity + "\"]";
  }

  public static String delta(
      long seq, String market, String side, String price, String change, long exchangeMicros) {
    return "{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":"
        + seq
        + ",\"msg\":{\"market_ticker\":\""
        + market
        + "\",\"market_id\":\"x\",\"price_dollars\":\""
        + price
        + "\",\"delta_fp\":\""
        + change
        + "\",\"side\":\""
        + side
        + "\",\"ts\":\""
        + EpochNanos.toInstant(exchangeMicros * 1000)
        + "\",\"ts_ms\":"
        + exchangeMicros / 1000
        + "}}";
  }

  public static String ticker(String market, String bid, String ask, long exchangeMillis) {
    return "{\"type\":\"ticker\",\"sid\":2,\"msg\":{\"market_ticker\":\""
        + market
        + "\",\"market_id\":\"x\",\"price_dollars\":\"0.5000\",\"yes_bid_dollars\":\""
        + bid
        + "\",\"yes_ask_dollars\":\""
        + ask
        + "\",\"yes_bid_size_fp\":\"1.00\",\"yes_ask_size_fp\":\"1.00\",\"last_trade_size_fp\":\"1.00\""
        + ",\"volume_fp\":\"1.00\",\"open_interest_fp\":\"1.00\",\"dollar_volume\":0"
        + ",\"dollar_open_interest\":0,\"ts\":"
        + exchangeMillis / 1000
        + ",\"ts_ms\":"
        + exchangeMillis
        + ",\"time\":\""
        + Instant.ofEpochMilli(exchangeMillis)
        + "\"}}";
  }

  /** Reads a tape to its end, one line a record. */
  public static List<String> read(TapeReader reader) {
    try (reader) {
      var lines = new ArrayList<String>();
      while (reader.next()) {
        lines.add(
            reader.receiveNanos()
                + " "
                + reader.source()
                + " "
                + (reader.isGap()
                    ? reader.gap()
                    : new String(
                        reader.buffer(),
                        reader.offset(),
                        reader.length(),
                        StandardCharsets.UTF_8)));
      }
      return lines;
    }
  }

  public static List<String> read(Path file) {
    return read(TapeReader.open(file));
  }

  public static String text(Path gzip) {
    try (var in = new GZIPInputStream(Files.newInputStream(gzip))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes text as gzip, as any other program might. */
  public static Path gzip(Path file, String text) {
    var bytes = new ByteArrayOutputStream();
    try {
      try (var out = new GZIPOutputStream(bytes)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
