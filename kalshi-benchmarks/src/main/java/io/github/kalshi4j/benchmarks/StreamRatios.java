package io.github.kalshi4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How many times as long as its floor each way of {@link StreamDecoderBenchmark} and {@link
 * BookUpdateBenchmark} takes. All of them take turns in one run, and what is counted is the time
 * the processor spent, so that the ratios hold on a machine that does other things as well; the
 * figures of separate runs do not.
 *
 * <p>Run: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Dbenchmark.main=io.github.kalshi4j.benchmarks.StreamRatios}
 */
public final class StreamRatios {
  private static final int WARMUP = 10;
  private static final int ROUNDS = 25;
  private static final int REPETITIONS = 200;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Blackhole hole =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");
  private final List<Way> ways = new ArrayList<>();

  private StreamRatios() {}

  /** Prints nanoseconds per frame and ratios. */
  public static void main(String[] arguments) {
    new StreamRatios().run();
  }

  private interface Work {
    void run(Blackhole hole);
  }

  private record Way(String name, Work work, int floor, double[] nanos) {
    double median() {
      double[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  private void run() {
    StreamDecoderBenchmark decoder = new StreamDecoderBenchmark();
    decoder.compare();
    BookUpdateBenchmark books = new BookUpdateBenchmark();
    add("read: floor", 0, decoder::floor);
    add("read: usual order", 0, decoder::usualOrder);
    add("read: usual order, twenty markets", 0, decoder::usualOrderOfManyMarkets);
    add("read: ordered by name", 0, decoder::orderedByName);
    add("read: in an order drawn by lot", 0, decoder::inDrawnOrder);
    add("read: another order each time", 0, decoder::anotherOrderEachTime);
    add("read: as events", 0, decoder::asEvents);
    add("read: databind", 0, decoder::databind);
    add("frame to book: floor", 8, books::floorFromFrames);
    add("frame to book: ours", 8, books::booksFromFrames);
    add("frame to book: databind and TreeMap", 8, books::databindAndTreeMap);
    for (int round = -WARMUP; round < ROUNDS; round++) {
      for (Way way : ways) {
        double nanos = time(way.work);
        if (round >= 0) {
          way.nanos[round] = nanos;
        }
      }
    }
    for (Way way : ways) {
      double nanos = way.median();
      System.out.printf(
          "%-40s %8.1f ns %6.2f x%n", way.name, nanos, nanos / ways.get(way.floor).median());
    }
  }

  private void add(String name, int floor, Work work) {
    ways.add(new Way(name, work, floor, new double[ROUNDS]));
  }

  private double time(Work work) {
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < REPETITIONS; i++) {
      work.run(hole);
    }
    return (threads.getCurrentThreadCpuTime() - start) / ((double) REPETITIONS * Frames.COUNT);
  }
}
