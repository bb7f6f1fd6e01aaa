package io.github.kalshi4j.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

final class StampsLaws {
  private static final long START = 1_782_000_000_000L;
  private static final int LEAD = 2_000;

  /** How the clock moves from one stamp to the next: forward mostly, or back, or far. */
  @Provide
  Arbitrary<List<Long>> moves() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.longs().between(0, 3)),
            Tuple.of(2, Arbitraries.longs().between(-500, 500)),
            Tuple.of(1, Arbitraries.longs().between(-100_000, 100_000)))
        .list()
        .ofMaxSize(300);
  }

  @Property
  void aStampIsEvenAndNeverBeforeItsTimeNorAheadOfItByMoreThanTheLead(
      @ForAll("moves") List<Long> moves, @ForAll @IntRange(min = 1, max = LEAD) int lead) {
    Stamps stamps = new Stamps(lead);
    long now = START;
    for (long move : moves) {
      now += move;
      long stamp = stamps.next(now);
      assertThat(stamp).isEven();
      assertThat(stamp).isBetween(now, now + lead);
    }
  }

  @Property
  void stampsAreDistinctWhileTheyAreWithinTheLead(@ForAll("moves") List<Long> moves) {
    Stamps stamps = new Stamps(LEAD);
    Set<Long> seen = new HashSet<>();
    long now = START;
    long last = 0;
    for (long move : moves) {
      now += move;
      if (last + 2 > now + LEAD) {
        now = last; // a clock that was set back further than the lead is no matter of this law
      }
      long stamp = stamps.next(now);
      assertThat(seen.add(stamp)).isTrue();
      assertThat(stamp).isGreaterThan(last);
      last = stamp;
    }
  }

  @Example
  void aBurstBeyondTheLeadRepeatsStampsRatherThanLeavingIt() {
    Stamps stamps = new Stamps(10);

    assertThat(LongStream.range(0, 8).map(i -> stamps.next(START)).toArray())
        .containsExactly(
            START, START + 2, START + 4, START + 6, START + 8, START + 10, START, START + 2);
  }

  @Example
  void threadsNeverGetTheSameStamp() throws Exception {
    Stamps stamps = new Stamps(LEAD);
    Callable<List<Long>> taker =
        () -> {
          List<Long> taken = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            taken.add(stamps.next(START));
          }
          return taken;
        };
    Set<Long> seen = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<Long>> taken : threads.invokeAll(Collections.nCopies(8, taker))) {
        seen.addAll(taken.get());
      }
    }
    assertThat(seen).hasSize(800);
  }
}
