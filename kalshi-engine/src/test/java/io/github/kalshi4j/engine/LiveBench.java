package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.risk.RiskPipeline;
import io.github.kalshi4j.risk.plan.RiskPlan;
import io.github.kalshi4j.risk.sizing.FixedSize;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.InstanceScope;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.Subscriptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A strategy that runs at a {@link LiveExchange} and does what a test tells it to do at its next
 * book; everything it is called with, and everything the run tells, is kept to be waited for.
 */
final class LiveBench implements AutoCloseable {
  static final Duration STEP = Duration.ofMillis(20);

  final LiveExchange exchange;
  final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
  final BlockingQueue<LiveStatus> statuses = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Intent> wishes = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<RunReport> report = new CompletableFuture<>();
  private Strategy strategy = new Told();
  private InstanceScope scope = InstanceScope.MARKET;
  private Thread thread = Thread.ofPlatform().start(() -> {});

  LiveBench(LiveExchange exchange) {
    this.exchange = exchange;
  }

  LiveBench rolling() {
    scope = InstanceScope.ROLLING_SERIES;
    return this;
  }

  LiveBench strategy(Strategy value) {
    strategy = value;
    return this;
  }

  StrategySetup setup() {
    return new StrategySetup(
        "told",
        List.of(),
        Subscriptions.NONE,
        scope,
        null,
        new RiskPlan(
            new FixedSize(Quantity.ofContracts(5)), RiskPipeline.of(), List.of(), List.of()),
        market -> strategy);
  }

  /** Starts the run on a thread of its own. */
  LiveBench start(LiveRun.Config config) {
    thread =
        Thread.ofPlatform()
            .name("engine")
            .start(() -> {
              try {
                report.complete(
                    LiveRun.run(setup(), exchange.client, config, exchange.time, new Listening()));
              } catch (Throwable e) {
                report.completeExceptionally(e);
              }
            });
    return this;
  }

  /** Has the strategy want this at its next book. */
  void wish(Intent intent) {
    wishes.add(intent);
  }

  /** Waits for a call of the strategy, and lets those before it be. */
  void awaitCall(String call) throws InterruptedException {
    List<String> before = new ArrayList<>();
    while (true) {
      String next = calls.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no call '" + call + "' but " + before + ", notes " + notes);
      }
      if (next.equals(call)) {
        return;
      }
      before.add(next);
    }
  }

  /** Waits for a call as {@link #awaitCall} does, while the clock goes on as ours does. */
  void awaitCallInTime(String call) throws InterruptedException {
    awaitInTime(calls, STEP, call::equals);
  }

  /** Waits for a call while the clock goes on ten times as fast as ours. */
  void awaitCallInTenfoldTime(String call) throws InterruptedException {
    awaitInTime(calls, STEP.multipliedBy(10), call::equals);
  }

  /** Waits for the next status while the clock goes on a hundred times as fast as ours. */
  LiveStatus awaitStatus() throws InterruptedException {
    return awaitInTime(statuses, STEP.multipliedBy(100), status -> true);
  }

  /** A sleeper may have looked at the clock just before it was moved: so it is moved on and on. */
  private <T> T awaitInTime(BlockingQueue<T> queue, Duration step, Predicate<T> wanted)
      throws InterruptedException {
    for (int i = 0; i < 2_000; i++) {
      T next = queue.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        exchange.time.advance(step);
      } else if (wanted.test(next)) {
        return next;
      }
    }
    throw new AssertionError("what was waited for did not come; notes " + notes);
  }

  /** Asks the run to end, and waits for that while the clock goes on as ours does. */
  RunReport end() throws InterruptedException, ExecutionException {
    interrupt();
    return awaitEnd(STEP);
  }

  /** Waits for the end of the run while the clock goes on by this step again and again. */
  RunReport awaitEnd(Duration step) throws InterruptedException, ExecutionException {
    for (int i = 0; i < 3_000; i++) {
      try {
        return report.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        exchange.time.advance(step);
      }
    }
    throw new AssertionError("the run does not end");
  }

  /** Asks the run to end. */
  void interrupt() {
    thread.interrupt();
  }

  /** Waits for the report. */
  RunReport report() throws InterruptedException, ExecutionException, TimeoutException {
    return report.get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    while (!thread.join(STEP)) {
      exchange.time.advance(Duration.ofSeconds(1)); // it gives up by this clock
    }
    exchange.close();
  }

  private final class Listening implements LiveRun.Listener {
    @Override
    public void onStatus(LiveStatus status) {
      statuses.add(status);
    }

    @Override
    public void onNote(String note) {
      notes.add(note);
    }
  }

  private final class Told implements Strategy {
    @Override
    public List<Intent> onOrderBook(OrderBook book, MarketView view) {
      calls.add(
          "book "
              + book.bestBid().map(Price::toString).orElse("-")
              + " "
              + book.bestAsk().map(Price::toString).orElse("-"));
      List<Intent> due = new ArrayList<>();
      for (Intent next = wishes.poll(); next != null; next = wishes.poll()) {
        due.add(next);
      }
      return due;
    }

    @Override
    public List<Intent> onFill(Fill fill, MarketView view) {
      calls.add(ScriptedStrategy.describe(fill, view));
      return List.of();
    }

    @Override
    public List<Intent> onRoll(MarketFacts previous, MarketView view) {
      calls.add("roll from " + previous.ticker() + " to " + view.market().ticker());
      return List.of();
    }

    @Override
    public List<Intent> onMarketPhase(MarketPhase phase, MarketView view) {
      calls.add("phase " + phase);
      return List.of();
    }
  }
}
