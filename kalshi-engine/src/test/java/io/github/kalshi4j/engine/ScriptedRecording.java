package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.format.FrameSource;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.engine.tape.format.TapeGap;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recording written by hand, frame by frame in the wire form. Time is told in milliseconds from
 * its start, and the exchange's clock is the recorder's less {@link #clockOffset}.
 */
final class ScriptedRecording implements Recording {
  private static final byte[] NOTHING = {};

  private final Instant start;
  private final Map<MarketTicker, TapeMarket> markets = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private MarketTicker market;
  private Duration clockOffset = Duration.ZERO;
  private long sequence;
  private long millis;
  private long exchangeMicros;
  private boolean yesPrices;
  private long receivedNanos;

  private ScriptedRecording(Instant start, MarketFacts facts) {
    this.start = start;
    this.market = facts.ticker();
    add(facts, null, null);
    subscribed();
  }

  /** Starts a recording at a time after the opening of its first market. */
  static ScriptedRecording of(MarketFacts facts, Duration afterOpen) {
    return new ScriptedRecording(facts.openTime().plus(afterOpen), facts);
  }

  ScriptedRecording result(MarketResult result) {
    return result(result, null);
  }

  ScriptedRecording result(MarketResult result, @Nullable Instant settlementTime) {
    add(markets.get(market).facts(), result, settlementTime);
    return this;
  }

  /** Adds a market and goes on with it. */
  ScriptedRecording market(MarketFacts facts) {
    markets.computeIfAbsent(facts.ticker(), t -> new TapeMarket(facts, "grid", null, null, null));
    market = facts.ticker();
    return this;
  }

  /** Sets receive time less exchange time, for everything that follows. */
  ScriptedRecording clockOffset(Duration offset) {
    clockOffset = offset;
    return this;
  }

  /** Says that the frames were asked for with YES prices. */
  ScriptedRecording withYesPrices() {
    yesPrices = true;
    return this;
  }

  /** Moves to a receive time, in nanoseconds since 1970, of frames that say when they were sent. */
  ScriptedRecording receivedAt(long nanos) {
    receivedNanos = nanos;
    return this;
  }

  /** Moves to a time; every delta from here on has this exchange time until it is moved again. */
  ScriptedRecording at(long millisFromStart) {
    millis = millisFromStart;
    exchangeMicros = receiveMicros() - clockOffset.toNanos() / 1000;
    return this;
  }

  /** Lets the next frames arrive later, with the exchange time of those before. */
  ScriptedRecording arriving(long millisFromStart) {
    millis = millisFromStart;
    return this;
  }

  ScriptedRecording subscribed() {
    sequence = 0;
    return frame(
        "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}");
  }

  /** Sends a snapshot of levels such as {@code "0.4800x100"}, NO levels in NO prices. */
  ScriptedRecording snapshot(List<String> yes, List<String> no) {
    return frame(
        "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":%d,\"msg\":{\"market_ticker\":\"%s\",\"market_id\":\"%s\"%s%s}}"
            .formatted(++sequence, market, id(), side("yes", yes), side("no", no)));
  }

  /** Sends a snapshot with one level on each side: a YES bid, and a YES ask as the NO bid it is. */
  ScriptedRecording top(String bid, String ask, String contracts) {
    return snapshot(List.of(bid + "x" + contracts), List.of(complement(ask) + "x" + contracts));
  }

  ScriptedRecording yes(String price, String change) {
    return delta("yes", price, change);
  }

  /** Changes a NO level, which is a YES ask at the complement. */
  ScriptedRecording no(String price, String change) {
    return delta("no", price, change);
  }

  ScriptedRecording delta(String side, String price, String change) {
    return frame(
        ("{\"type\":\"orderbook_delta\",\"sid\":1,\"seq\":%d,\"msg\":{\"market_ticker\":\"%s\",\"market_id\":\"%s\","
                + "\"price_dollars\":\"%s\",\"delta_fp\":\"%s\",\"side\":\"%s\",\"ts\":\"%s\",\"ts_ms\":%d}}")
            .formatted(
                ++sequence,
                market,
                id(),
                price,
                change,
                side,
                EpochNanos.toInstant(exchangeMicros * 1000),
                exchangeMicros / 1000));
  }

  /** Loses a frame: its number is never seen. */
  ScriptedRecording lost() {
    sequence++;
    return this;
  }

  ScriptedRecording ticker(String bid, String ask, String volume) {
    return frame(
        ("{\"type\":\"ticker\",\"sid\":2,\"msg\":{\"market_ticker\":\"%s\",\"market_id\":\"%s\","
                + "\"price_dollars\":\"%s\",\"yes_bid_dollars\":\"%s\",\"yes_ask_dollars\":\"%s\","
                + "\"volume_fp\":\"%s\",\"open_interest_fp\":\"1.00\",\"dollar_volume\":0,\"dollar_open_interest\":0,"
                + "\"yes_bid_size_fp\":\"1.00\",\"yes_ask_size_fp\":\"1.00\",\"last_trade_size_fp\":\"1.00\","
                + "\"ts\":%d,\"ts_ms\":%d,\"time\":\"2026-01-01T00:00:00Z\"}}")
            .formatted(
                market,
                id(),
                bid,
                bid,
                ask,
                volume,
                exchangeMicros / 1_000_000,
                exchangeMicros / 1000));
  }

  ScriptedRecording trade(String price, String contracts, String taker) {
    return frame(
        ("{\"type\":\"trade\",\"sid\":3,\"seq\":%d,\"msg\":{\"trade_id\":\"trade-%d\",\"market_ticker\":\"%s\","
                + "\"yes_price_dollars\":\"%s\",\"no_price_dollars\":\"%s\",\"count_fp\":\"%s\",\"taker_side\":\"%s\","
                + "\"taker_outcome_side\":\"%s\",\"taker_book_side\":\"%s\",\"is_block_trade\":false,\"ts\":%d,\"ts_ms\":%d}}")
            .formatted(
                lines.size(),
                lines.size(),
                market,
                price,
                complement(price),
                contracts,
                taker,
                taker,
                taker.equals("yes") ? "bid" : "ask",
                exchangeMicros / 1_000_000,
                exchangeMicros / 1000));
  }

  ScriptedRecording coinbase(String price) {
    String json =
        "{\"type\":\"match\",\"trade_id\":1,\"product_id\":\"BTC-USD\",\"price\":\"%s\",\"time\":\"%s\"}"
            .formatted(price, start.plusMillis(millis));
    return add(new Line(nanos(), TapeSource.COINBASE, json.getBytes(StandardCharsets.UTF_8), null));
  }

  /** Interrupts the connection until a time. */
  ScriptedRecording gapUntil(long untilMillis) {
    return gapUntil(untilMillis, TapeSource.KALSHI);
  }

  ScriptedRecording gapUntil(long untilMillis, String source) {
    TapeGap gap =
        new TapeGap(source, nanos(), EpochNanos.of(start.plusMillis(untilMillis)), "restart");
    return add(new Line(nanos(), source, NOTHING, gap));
  }

  /** Forgets every frame, as if the recorder had been stopped before the first. */
  ScriptedRecording empty() {
    lines.clear();
    return this;
  }

  ScriptedRecording closesAt(Instant time) {
    return frame(
        "{\"type\":\"market_lifecycle_v2\",\"sid\":4,\"seq\":1,\"msg\":{\"event_type\":\"close_date_updated\",\"market_ticker\":\"%s\",\"close_ts\":%d}}"
            .formatted(market, time.getEpochSecond()));
  }

  ScriptedRecording frame(String json) {
    return add(new Line(nanos(), TapeSource.KALSHI, json.getBytes(StandardCharsets.UTF_8), null));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public TapeHeader header() {
    return new TapeHeader(
        TapeHeader.Kind.GENERATED,
        "scripted",
        List.of(),
        start,
        lines.isEmpty() ? start : EpochNanos.toInstant(lines.getLast().nanos),
        "test",
        "0",
        null,
        List.of(new TapeSubscription(TapeSource.KALSHI, "orderbook_delta", yesPrices)),
        List.of(),
        clockOffset.toNanos(),
        List.copyOf(markets.values()));
  }

  @Override
  public FrameSource open() {
    return new Frames(List.copyOf(lines));
  }

  private void add(
      MarketFacts facts, @Nullable MarketResult result, @Nullable Instant settlementTime) {
    markets.put(facts.ticker(), new TapeMarket(facts, "grid", result, settlementTime, null));
  }

  private ScriptedRecording add(Line line) {
    lines.add(line);
    return this;
  }

  private long nanos() {
    return receivedNanos == 0 ? receiveMicros() * 1000 : receivedNanos;
  }

  private long receiveMicros() {
    return EpochNanos.of(start) / 1000 + millis * 1000;
  }

  private String id() {
    return "00000000-0000-0000-0000-000000000001";
  }

  private static String complement(String price) {
    return Price.of(price).complement().toString();
  }

  private static String side(String name, List<String> levels) {
    if (levels.isEmpty()) {
      return "";
    }
    StringBuilder json = new StringBuilder(",\"" + name + "_dollars_fp\":[");
    for (String level : levels) {
      String[] parts = level.split("x");
      json.append("[\"").append(parts[0]).append("\",\"").append(parts[1]).append("\"],");
    }
    json.setLength(json.length() - 1);
    return json.append(']').toString();
  }

  private record Line(long nanos, String source, byte[] bytes, @Nullable TapeGap gap) {}

  /** The lines, one after the other. */
  private static final class Frames implements FrameSource {
    private final List<Line> lines;
    private int current = -1;

    private Frames(List<Line> lines) {
      this.lines = lines;
    }

    @Override
    public boolean next() {
      return ++current < lines.size();
    }

    @Override
    public long receiveNanos() {
      return lines.get(current).nanos;
    }

    @Override
    public boolean isGap() {
      return lines.get(current).gap != null;
    }

    @Override
    public TapeGap gap() {
      TapeGap gap = lines.get(current).gap;
      if (gap == null) {
        throw new IllegalStateException("no gap");
      }
      return gap;
    }

    @Override
    public String source() {
      return lines.get(current).source;
    }

    @Override
    public byte[] buffer() {
      return lines.get(current).bytes;
    }

    @Override
    public int offset() {
      return 0;
    }

    @Override
    public int length() {
      return lines.get(current).bytes.length;
    }

    @Override
    public RuntimeException undecodable(RuntimeException cause) {
      return cause;
    }

    @Override
    public void close() {}
  }
}
