package io.github.kalshi4j.benchmarks;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.HotFrame;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to keep a book: to make one change and look at the best prices, without and with
 * reading the frame that tells it. Beside ours, which checks sequences, levels and grids, the floor
 * that checks nothing, and databind with a sorted map.
 *
 * <p>Run: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Djmh.arguments="BookUpdate -prof gc"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BookUpdateBenchmark {
  private final Frames frames = Frames.inUsualOrder();
  private final StreamDecoder decoder = new StreamDecoder();
  private final OrderBooks books =
      new OrderBooks(market -> PriceLevelStructure.TAPERED_DECI_CENT.grid());
  private final FloorScanner scanner = new FloorScanner();
  private final FloorBook floorBook = new FloorBook();
  private final LocalOrderBook book =
      new LocalOrderBook(MarketTicker.of("A"), PriceLevelStructure.TAPERED_DECI_CENT.grid());

  private final int changes;
  private final boolean[] yes = new boolean[Frames.COUNT];
  private final long[] centicents = new long[Frames.COUNT];
  private final long[] hundredths = new long[Frames.COUNT];

  /** Reads the changes once, for the books that are given them. */
  public BookUpdateBenchmark() {
    int count = 0;
    for (int i = 0; i < Frames.COUNT; i++) {
      if (scanner.read(frames.bytes, frames.offsets[i]) == 'd') {
        yes[count] = scanner.yes;
        centicents[count] = scanner.price;
        hundredths[count++] = scanner.hundredths;
      }
    }
    changes = count;
    // So that no level becomes negative when the changes are made over and over.
    book.reset(List.of(), List.of());
    for (int i = 0; i < changes; i++) {
      change(i, 1L << 40);
      floorBook.add(yes[i], centicents[i], 1L << 40);
    }
  }

  private boolean change(int i, long count) {
    Price price = Price.ofCenticents(yes[i] ? centicents[i] : 10_000 - centicents[i]);
    return book.apply(yes[i] ? BookSide.BID : BookSide.ASK, price, count, i);
  }

  /** Makes each change and takes it back, so that the book stays as it is. */
  @Benchmark
  @OperationsPerInvocation(2 * Frames.COUNT)
  public void floorOfTheBook(Blackhole hole) {
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (int i = 0; i < Frames.COUNT; i++) {
        int change = i < changes ? i : i - changes;
        floorBook.add(yes[change], centicents[change], sign * hundredths[change]);
        hole.consume(floorBook.bestBid);
        hole.consume(floorBook.bestAsk);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(2 * Frames.COUNT)
  public void book(Blackhole hole) {
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (int i = 0; i < Frames.COUNT; i++) {
        int change = i < changes ? i : i - changes;
        if (!change(change, sign * hundredths[change])) {
          throw new IllegalStateException("refused");
        }
        hole.consume(book.bestBid());
        hole.consume(book.bestAsk());
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void floorFromFrames(Blackhole hole) {
    for (int i = 0; i < Frames.COUNT; i++) {
      switch (scanner.read(frames.bytes, frames.offsets[i])) {
        case 'd' -> floorBook.add(scanner.yes, scanner.price, scanner.hundredths);
        case 's' -> {
          floorBook.clear();
          for (int side = 0; side < 2; side++) {
            for (int level = 0; level < scanner.levels[side]; level++) {
              floorBook.add(side == 0, scanner.prices[side][level], scanner.counts[side][level]);
            }
          }
        }
        default -> hole.consume(scanner.bid);
      }
      hole.consume(floorBook.bestBid);
      hole.consume(floorBook.bestAsk);
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void booksFromFrames(Blackhole hole) {
    books.disconnected(); // for the sequence begins again
    HotFrame hot = decoder.hot();
    for (int i = 0; i < Frames.COUNT; i++) {
      if (decoder.read(frames.bytes, frames.offsets[i], frames.lengths[i]) != null) {
        throw new IllegalStateException("not scanned");
      }
      switch (books.apply(hot)) {
        case APPLIED_DELTA, APPLIED_SNAPSHOT -> {
          LocalOrderBook changed = books.find(hot.market());
          if (changed != null) {
            hole.consume(changed.bestBid());
            hole.consume(changed.bestAsk());
          }
        }
        case IGNORED -> hole.consume(hot.bid());
        default -> throw new IllegalStateException("not applied");
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void databindAndTreeMap(Blackhole hole) {
    TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    for (int i = 0; i < Frames.COUNT; i++) {
      StreamDecoderBenchmark.Frame frame =
          StreamDecoderBenchmark.DATABIND.readValue(
              frames.bytes, frames.offsets[i], frames.lengths[i]);
      StreamDecoderBenchmark.Body body = frame.msg();
      if (body.delta() != null && body.price() != null) {
        boolean bid = "yes".equals(body.side());
        add(bid ? bids : asks, bid, body.price(), body.delta());
      }
      if (body.bids() != null && body.asks() != null) {
        body.bids().forEach(level -> add(bids, true, level.get(0), level.get(1)));
        body.asks().forEach(level -> add(asks, false, level.get(0), level.get(1)));
      }
      hole.consume(bids.isEmpty() ? null : bids.firstKey());
      hole.consume(asks.isEmpty() ? null : asks.firstKey());
    }
  }

  private static void add(
      TreeMap<BigDecimal, BigDecimal> side, boolean bid, BigDecimal price, BigDecimal count) {
    side.merge(
        bid ? price : BigDecimal.ONE.subtract(price),
        count,
        (old, change) -> {
          BigDecimal sum = old.add(change);
          return sum.signum() == 0 ? null : sum;
        });
  }
}
