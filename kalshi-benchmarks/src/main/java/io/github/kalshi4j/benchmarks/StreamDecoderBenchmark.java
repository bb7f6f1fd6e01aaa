package io.github.kalshi4j.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.stream.HotFrame;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.value.BookSide;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to read one frame of a book's stream: by a scanner that believes everything, which
 * is the floor; by ours, with the fields as the exchange sends them, of one market and of twenty,
 * by name, in an order drawn by lot, and in another order each time; as an event; and by Jackson's
 * databind as records with exact numbers.
 *
 * <p>Run: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Djmh.arguments="StreamDecoder -prof gc"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StreamDecoderBenchmark {
  /** A frame as databind reads it. */
  public record Frame(String type, int sid, long seq, Body msg) {}

  /** What stands in a frame, of whatever type. */
  public record Body(
      @JsonProperty("market_ticker") String market,
      @JsonProperty("price_dollars") @Nullable BigDecimal price,
      @JsonProperty("delta_fp") @Nullable BigDecimal delta,
      @Nullable String side,
      @Nullable String ts,
      @JsonProperty("ts_ms") long millis,
      @JsonProperty("yes_dollars_fp") @Nullable List<List<BigDecimal>> bids,
      @JsonProperty("no_dollars_fp") @Nullable List<List<BigDecimal>> asks,
      @JsonProperty("yes_bid_dollars") @Nullable BigDecimal bid,
      @JsonProperty("yes_ask_dollars") @Nullable BigDecimal ask,
      @JsonProperty("yes_bid_size_fp") @Nullable BigDecimal bidQuantity,
      @JsonProperty("yes_ask_size_fp") @Nullable BigDecimal askQuantity,
      @JsonProperty("last_trade_size_fp") @Nullable BigDecimal lastQuantity,
      @JsonProperty("volume_fp") @Nullable BigDecimal volume,
      @JsonProperty("open_interest_fp") @Nullable BigDecimal openInterest) {}

  static final ObjectReader DATABIND =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build()
          .readerFor(Frame.class);

  private final Frames usual = Frames.inUsualOrder();
  private final Frames manyMarkets = Frames.ofManyMarkets();
  private final Frames byName = Frames.byName();
  private final Frames drawn = Frames.inDrawnOrder();
  private final Frames shuffled = Frames.shuffled();
  private final StreamDecoder decoder = new StreamDecoder();
  private final FloorScanner floor = new FloorScanner();

  /** Sees to it that the floor reads what ours reads. */
  @Setup
  public void compare() {
    HotFrame hot = decoder.hot();
    for (int i = 0; i < Frames.COUNT; i++) {
      char kind = floor.read(usual.bytes, usual.offsets[i]);
      decoder.read(usual.bytes, usual.offsets[i], usual.lengths[i]);
      boolean same =
          switch (hot.kind()) {
            case DELTA ->
                kind == 'd'
                    && floor.yes == (hot.side() == BookSide.BID)
                    && (floor.yes ? floor.price : 10_000 - floor.price) == hot.price().centicents()
                    && floor.hundredths == hot.hundredths()
                    && floor.micros == hot.exchangeMicros()
                    && floor.sequence == hot.sequence();
            case SNAPSHOT ->
                kind == 's'
                    && floor.levels[0] == hot.count(BookSide.BID)
                    && floor.levels[1] == hot.count(BookSide.ASK);
            case TICKER ->
                kind == 'k'
                    && floor.volume == hot.volumeHundredths()
                    && floor.openInterest == hot.openInterestHundredths()
                    && floor.micros == hot.exchangeMicros();
            case TRADE -> false;
          };
      if (!same) {
        throw new IllegalStateException("the floor reads frame " + i + " differently");
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void floor(Blackhole hole) {
    for (int i = 0; i < Frames.COUNT; i++) {
      hole.consume(floor.read(usual.bytes, usual.offsets[i]));
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void usualOrder(Blackhole hole) {
    read(usual, hole);
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void usualOrderOfManyMarkets(Blackhole hole) {
    read(manyMarkets, hole);
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void orderedByName(Blackhole hole) {
    read(byName, hole);
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void inDrawnOrder(Blackhole hole) {
    read(drawn, hole);
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void anotherOrderEachTime(Blackhole hole) {
    read(shuffled, hole);
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void asEvents(Blackhole hole) {
    for (int i = 0; i < Frames.COUNT; i++) {
      hole.consume(decoder.decode(usual.bytes, usual.offsets[i], usual.lengths[i]));
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void databind(Blackhole hole) {
    for (int i = 0; i < Frames.COUNT; i++) {
      Frame frame = DATABIND.readValue(usual.bytes, usual.offsets[i], usual.lengths[i]);
      hole.consume(frame);
    }
  }

  private void read(Frames frames, Blackhole hole) {
    for (int i = 0; i < Frames.COUNT; i++) {
      StreamEvent event = decoder.read(frames.bytes, frames.offsets[i], frames.lengths[i]);
      if (event != null) {
        throw new IllegalStateException("not scanned: " + event);
      }
      hole.consume(decoder.hot());
    }
  }
}
