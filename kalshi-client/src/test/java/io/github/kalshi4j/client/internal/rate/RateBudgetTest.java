package io.github.kalshi4j.client.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.RateLimits.Bucket;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RateBudgetTest {
  private static final Duration NOW = Duration.ZERO;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Billing SHARD_2 = Billing.write(2);

  private final ManualTimeSource time = ManualTimeSource.at(Instant.EPOCH);
  private final RateBudget budget =
      new RateBudget(new RateLimits(new Bucket(200, 600), new Bucket(100, 100)), time);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private boolean takesAtOnce(Billing billing, int tokens) throws InterruptedException {
    return budget.acquire(billing, tokens, WriteLane.ENTER, NOW);
  }

  private Future<Boolean> takesLater(
      Billing billing, int tokens, WriteLane lane, List<String> order, String name) {
    return threads.submit(() -> {
      boolean taken = budget.acquire(billing, tokens, lane, LONG);
      order.add(name);
      return taken;
    });
  }

  @Test
  void refillsAsTimePasses() throws InterruptedException {
    assertThat(takesAtOnce(SHARD_2, 100)).isTrue();
    assertThat(takesAtOnce(SHARD_2, 10)).isFalse();

    time.advance(Duration.ofMillis(99));
    assertThat(takesAtOnce(SHARD_2, 10)).isFalse();

    time.advance(Duration.ofMillis(1));
    assertThat(takesAtOnce(SHARD_2, 10)).isTrue();
  }

  @Test
  void neverHoldsMoreThanItsCapacity() throws InterruptedException {
    time.advance(Duration.ofDays(400));

    assertThat(takesAtOnce(Billing.READ, 600)).isTrue();
    assertThat(takesAtOnce(Billing.READ, 1)).isFalse();
  }

  @Test
  void keepsShardsAndReadsApart() throws InterruptedException {
    assertThat(takesAtOnce(SHARD_2, 100)).isTrue();

    assertThat(takesAtOnce(Billing.write(3), 100)).isTrue();
    assertThat(takesAtOnce(Billing.write(17), 100)).isTrue();
    assertThat(takesAtOnce(Billing.READ, 600)).isTrue();
    assertThat(takesAtOnce(SHARD_2, 1)).isFalse();
  }

  @Test
  void billsAWriteThatMustBeRoutedToEveryShard() throws InterruptedException {
    assertThat(takesAtOnce(Billing.WRITE_EVERYWHERE, 60)).isTrue();

    for (int shard = 0; shard < 4; shard++) {
      assertThat(takesAtOnce(Billing.write(shard), 50)).isFalse();
      assertThat(takesAtOnce(Billing.write(shard), 40)).isTrue();
    }
  }

  @Test
  void takesFromNoShardWhatOneOfThemLacks() throws InterruptedException {
    assertThat(takesAtOnce(SHARD_2, 95)).isTrue();

    assertThat(takesAtOnce(Billing.WRITE_EVERYWHERE, 10)).isFalse();

    assertThat(takesAtOnce(Billing.write(1), 100)).isTrue();
  }

  @Test
  void refusesABatchThatTheBucketCanNeverHold() {
    assertThatThrownBy(() -> takesAtOnce(Billing.write(0), 110))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("110 tokens")
        .hasMessageContaining("holds 100");
  }

  @Test
  void admitsABatchWholeAndBeforeSmallerOnesThatCameLater() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    takesAtOnce(SHARD_2, 100);
    Future<Boolean> batch = takesLater(SHARD_2, 100, WriteLane.ENTER, order, "batch");
    time.awaitSleepers(1);
    Future<Boolean> single = takesLater(SHARD_2, 10, WriteLane.ENTER, order, "single");

    time.advance(Duration.ofMillis(500));
    assertThat(batch.isDone()).isFalse();
    time.advance(Duration.ofMillis(500));
    assertThat(batch.get(10, TimeUnit.SECONDS)).isTrue();
    time.awaitSleepers(1);
    time.advance(Duration.ofMillis(100));

    assertThat(single.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly("batch", "single");
  }

  @Test
  void letsACancellationGoBeforeWaitingEntries() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    takesAtOnce(SHARD_2, 100);
    Future<Boolean> entry = takesLater(SHARD_2, 10, WriteLane.ENTER, order, "enter");
    time.awaitSleepers(1);
    Future<Boolean> exit = takesLater(SHARD_2, 10, WriteLane.EXIT, order, "exit");
    time.awaitSleepers(2);
    Future<Boolean> cancel = takesLater(SHARD_2, 2, WriteLane.CANCEL, order, "cancel");
    time.awaitSleepers(3);

    time.advance(Duration.ofMillis(20));
    assertThat(cancel.get(10, TimeUnit.SECONDS)).isTrue();
    time.advance(Duration.ofMillis(100));
    assertThat(exit.get(10, TimeUnit.SECONDS)).isTrue();
    time.awaitSleepers(1);
    time.advance(Duration.ofMillis(200));

    assertThat(entry.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly("cancel", "exit", "enter");
  }

  @Test
  void givesUpAtOnceWhereTheWaitWouldBeTooLong() throws InterruptedException {
    takesAtOnce(SHARD_2, 100);

    assertThat(budget.acquire(SHARD_2, 20, WriteLane.ENTER, Duration.ofMillis(199))).isFalse();

    time.advance(Duration.ofMillis(200));
    assertThat(takesAtOnce(SHARD_2, 20)).as("nothing was taken by the one that gave up").isTrue();
  }

  @Test
  void leavesTheQueueWhenInterrupted() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    takesAtOnce(SHARD_2, 100);
    Future<Boolean> first = takesLater(SHARD_2, 100, WriteLane.ENTER, order, "first");
    time.awaitSleepers(1);

    first.cancel(true);
    Future<Boolean> second = takesLater(SHARD_2, 10, WriteLane.ENTER, order, "second");
    time.awaitSleepers(1);
    time.advance(Duration.ofMillis(100));

    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactly("second");
  }

  @Test
  void emptiesAndHalvesABucketThatTheExchangeFoundEmpty() throws InterruptedException {
    budget.refused(SHARD_2);

    assertThat(takesAtOnce(SHARD_2, 1)).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(takesAtOnce(SHARD_2, 61)).as("half, and a tenth of a second's refill").isFalse();
    assertThat(takesAtOnce(SHARD_2, 60)).isTrue();
    time.advance(Duration.ofSeconds(5));
    assertThat(takesAtOnce(SHARD_2, 100)).as("grown back").isTrue();
  }

  @Test
  void takesOverNewLimits() throws InterruptedException {
    takesAtOnce(SHARD_2, 100);
    budget.resize(new RateLimits(new Bucket(300, 900), new Bucket(300, 900)));

    assertThat(takesAtOnce(SHARD_2, 10)).as("what is in it stays").isFalse();
    time.advance(Duration.ofSeconds(3));
    assertThat(takesAtOnce(SHARD_2, 900)).isTrue();
  }
}
