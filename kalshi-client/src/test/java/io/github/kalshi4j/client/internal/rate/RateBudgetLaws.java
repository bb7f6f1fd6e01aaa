package io.github.kalshi4j.client.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.RateLimits.Bucket;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class RateBudgetLaws {
  /** A request after a pause, and whether it waits for its tokens. */
  record Step(long pauseMicros, int tokens, boolean waits, boolean refusedByExchange) {}

  private record Taken(long nanoTime, int tokens) {}

  @Provide
  Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 500_000),
            Arbitraries.integers().between(1, 60),
            Arbitraries.of(true, false),
            Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
        .as(Step::new);
  }

  @Property
  void neverLetsMoreThroughThanCapacityAndRefillInAnyInterval(
      @ForAll @IntRange(min = 1, max = 500) int rate,
      @ForAll @IntRange(min = 60, max = 300) int capacity,
      @ForAll("manySteps") List<Step> steps)
      throws InterruptedException {
    ManualTimeSource time = ManualTimeSource.advancing();
    RateBudget budget =
        new RateBudget(new RateLimits(new Bucket(1, 1), new Bucket(rate, capacity)), time);
    List<Taken> taken = new ArrayList<>();

    for (Step step : steps) {
      time.advance(Duration.ofNanos(step.pauseMicros * 1000));
      Duration patience = step.waits ? Duration.ofDays(1) : Duration.ZERO;
      if (step.refusedByExchange) {
        budget.refused(Billing.write(1));
      }
      if (budget.acquire(Billing.write(1), step.tokens, WriteLane.ENTER, patience)) {
        taken.add(new Taken(time.nanoTime(), step.tokens));
      }
    }

    for (int from = 0; from < taken.size(); from++) {
      long sum = 0;
      for (int to = from; to < taken.size(); to++) {
        sum += taken.get(to).tokens;
        long nanos = taken.get(to).nanoTime - taken.get(from).nanoTime;
        // In units of 10⁻⁹ tokens, so that the bound is exact.
        assertThat(sum * 1_000_000_000L)
            .isLessThanOrEqualTo(capacity * 1_000_000_000L + nanos * rate);
      }
    }
  }

  @Property
  void makesACancellationWaitForItsOwnTokensOnly(
      @ForAll @IntRange(min = 1, max = 500) int rate,
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 100) Integer> entries)
      throws Exception {
    ManualTimeSource time = ManualTimeSource.at(Instant.EPOCH);
    RateBudget budget =
        new RateBudget(new RateLimits(new Bucket(1, 1), new Bucket(rate, 100)), time);
    budget.acquire(Billing.write(1), 100, WriteLane.ENTER, Duration.ZERO);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int tokens : entries) {
          threads.submit(
              () -> budget.acquire(Billing.write(1), tokens, WriteLane.ENTER, Duration.ofDays(1)));
        }
        time.awaitSleepers(entries.isEmpty() ? 0 : 1); // the first sleeps, the others wait for it
        Future<Boolean> cancellation =
            threads.submit(
                () -> budget.acquire(Billing.write(1), 2, WriteLane.CANCEL, Duration.ofDays(1)));
        time.awaitSleepers(entries.isEmpty() ? 1 : 2);

        time.advance(Duration.ofNanos(Math.ceilDiv(2 * 1_000_000_000L, rate)));

        assertThat(cancellation.get(20, TimeUnit.SECONDS)).isTrue();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> manySteps() {
    return steps().list().ofMaxSize(60);
  }
}
