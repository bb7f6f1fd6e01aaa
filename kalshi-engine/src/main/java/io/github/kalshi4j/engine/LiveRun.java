package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.stream.FrameTap;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.live.Alarm;
import io.github.kalshi4j.engine.live.Arrival;
import io.github.kalshi4j.engine.live.Inbox;
import io.github.kalshi4j.engine.live.MarketWatch;
import io.github.kalshi4j.engine.live.Retimed;
import io.github.kalshi4j.engine.live.Tee;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.recording.TapeRecorder;
import io.github.kalshi4j.strategy.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a strategy at an exchange: what its stream sends goes through the decoder, book, engine and
 * risk that run it in a backtest, and its orders to the exchange or to the paper venue. The calling
 * thread is the engine's one thread until the run ends.
 *
 * <p>The feed is what a recorder would have written: every frame in the order of arrival, with its
 * receive time. A lost connection is the gap that a tape would have, so books are stale from then
 * until their next snapshots. What the engine does by its clock happens at the times that a replay
 * would give it, as soon as the wall clock has passed them.
 *
 * <p>At the end no order of the run is left at the exchange: all are canceled, their ends awaited,
 * and what rests is read to be sure. What is held stays held.
 */
public final class LiveRun {
  /**
   * What is run, and for how long.
   *
   * @param exchange what the report calls the exchange
   * @param series series whose markets are traded as they come
   * @param markets markets that are traded
   * @param paper whether orders are executed on paper
   * @param ownClock whether the exchange's markets have a clock of their own, by which the run goes
   *     instead of by the client's: frames are then received at its time
   * @param engine how the engine runs; its cash is that of the paper account, or else not used
   * @param length after which it ends; null to run until it is stopped
   * @param statusInterval how often the listener is told how it stands
   * @param inboxBytes how many bytes of frames may wait for the engine
   * @param recorder which hears all that the strategy does, and what becomes known of its markets;
   *     null if nothing is recorded. It goes by the run's clock, and is closed by whoever started
   *     it
   */
  public record Config(
      String exchange,
      Set<SeriesTicker> series,
      Set<MarketTicker> markets,
      boolean paper,
      boolean ownClock,
      EngineConfig engine,
      @Nullable Duration length,
      Duration statusInterval,
      int inboxBytes,
      @Nullable TapeRecorder recorder) {
    public Config {
      series = Set.copyOf(series);
      markets = Set.copyOf(markets);
      if (series.isEmpty() && markets.isEmpty()) {
        throw new IllegalArgumentException("no series and no market to trade");
      }
      if (!statusInterval.isPositive() || (length != null && !length.isPositive())) {
        throw new IllegalArgumentException("not positive: " + statusInterval + " or " + length);
      }
    }

    /** Returns a run of real orders that tells every 30 s how it stands, until it is stopped. */
    public static Config of(String exchange, Set<SeriesTicker> series, Set<MarketTicker> markets) {
      return new Config(
          exchange,
          series,
          markets,
          false,
          false,
          EngineConfig.DEFAULT,
          null,
          Duration.ofSeconds(30),
          Inbox.DEFAULT_BYTES,
          null);
    }

    /** Returns a copy whose orders are executed on paper, by an account with this much cash. */
    public Config onPaper(Money cash) {
      return new Config(
          exchange,
          series,
          markets,
          true,
          ownClock,
          engine.withCash(cash),
          length,
          statusInterval,
          inboxBytes,
          recorder);
    }

    /** Returns a copy for an exchange whose markets have a clock of their own. */
    public Config withOwnClock() {
      return new Config(
          exchange,
          series,
          markets,
          paper,
          true,
          engine,
          length,
          statusInterval,
          inboxBytes,
          recorder);
    }

    public Config withEngine(EngineConfig value) {
      return new Config(
          exchange,
          series,
          markets,
          paper,
          ownClock,
          value,
          length,
          statusInterval,
          inboxBytes,
          recorder);
    }

    /** Returns a copy that ends after this time; never if null. */
    public Config withLength(@Nullable Duration value) {
      return new Config(
          exchange,
          series,
          markets,
          paper,
          ownClock,
          engine,
          value,
          statusInterval,
          inboxBytes,
          recorder);
    }

    public Config withInboxBytes(int value) {
      return new Config(
          exchange,
          series,
          markets,
          paper,
          ownClock,
          engine,
          length,
          statusInterval,
          value,
          recorder);
    }

    /** Returns a copy that is recorded until the strategy is called no more. */
    public Config withRecorder(TapeRecorder value) {
      return new Config(
          exchange,
          series,
          markets,
          paper,
          ownClock,
          engine,
          length,
          statusInterval,
          inboxBytes,
          value);
    }
  }

  /** Hears of a run while it goes on. Called on the engine's thread, which it must not hold up. */
  public interface Listener {
    void onStatus(LiveStatus status);

    /** Told something that a person should know. */
    void onNote(String note);
  }

  private final StrategySetup setup;
  private final KalshiClient client;
  private final Config config;
  private final TimeSource time;
  private final Listener listener;
  private final Inbox inbox;
  private final Notes notes;
  private final LiveAccount account;
  private final Engine engine;
  private final LiveFeed feed;
  private final LiveReport report;
  private final LiveStop stop;
  private RunReport.@Nullable Ending ending;

  private LiveRun(
      StrategySetup setup, KalshiClient client, Config config, TimeSource time, Listener listener) {
    this.setup = setup;
    this.client = client;
    this.config = config;
    this.time = time;
    this.listener = listener;
    inbox = new Inbox(time, config.inboxBytes());
    notes = new Notes(listener);
    Instant started = time.now();
    checkThatTheyExist();
    String names = "k4j-" + Long.toString(EpochNanos.of(started), Character.MAX_RADIX) + "-";
    account =
        config.paper()
            ? LiveAccount.onPaper(setup, config.engine(), notes)
            : LiveAccount.atExchange(setup, config.engine(), names, client, time, inbox, notes);
    engine = account.engine();
    long offset = config.ownClock() ? 0 : client.clockOffset().negated().toNanos();
    feed = LiveFeed.connect(engine, offset, EpochNanos.of(time.now()));
    report = new LiveReport(setup, config, client.stream(), started, account, feed, notes);
    stop = new LiveStop(account, client, names, time, inbox, notes);
  }

  /** Asks for what is to be traded; the answers also tell how far the two clocks are apart. */
  private void checkThatTheyExist() {
    config.series().forEach(client.series()::get);
    config.markets().forEach(client.markets()::get);
  }

  /**
   * Runs a strategy until its time is over or the calling thread is interrupted, which is how a run
   * is asked to end. The end takes what time the exchange needs to confirm it, half a minute at
   * most.
   *
   * @param client with credentials, unless the orders are executed on paper and the exchange's
   *     stream wants none
   * @param time the client's, or that of the markets if they have a clock of their own
   * @throws KalshiException if the exchange refuses or does not answer at the beginning
   * @throws CancellationException if it is asked to end while it reads what it needs to begin
   * @throws io.github.kalshi4j.strategy.InvalidStrategyException if the strategy fails; its orders
   *     are canceled before
   */
  public static <C extends Record> RunReport run(
      Configuration<C> configuration,
      KalshiClient client,
      Config config,
      TimeSource time,
      Listener listener) {
    return run(StrategySetup.of(configuration), client, config, time, listener);
  }

  static RunReport run(
      StrategySetup setup, KalshiClient client, Config config, TimeSource time, Listener listener) {
    LiveRun run;
    try {
      run = new LiveRun(setup, client, config, time, listener);
    } catch (KalshiException e) {
      if (Thread.interrupted()) {
        throw new CancellationException("stopped before it had begun; no order was sent");
      }
      throw e;
    }
    return run.run();
  }

  private RunReport run() {
    long startedNanos = time.nanoTime();
    RuntimeException failure = null;
    TapeRecorder recorder = config.recorder();
    Tee tee = recorder == null ? null : new Tee(recorder, inbox);
    FrameListener heard = tee == null ? inbox : tee;
    try (account;
        Alarm alarm = Alarm.start(time, inbox, engine::advance);
        FrameTap tap = client.stream().tap(config.ownClock() ? new Retimed(time, heard) : heard)) {
      try {
        trade(alarm);
      } catch (RuntimeException e) {
        failure = e;
      }
      if (tee != null) {
        tee.endFirst();
      }
      stop.run(alarm);
    }
    List<String> mayRest = stop.mayRest();
    if (failure != null) {
      mayRest.forEach(order -> notes.add("may still rest: " + order));
      throw failure;
    }
    return report.conclude(
        ending == null ? RunReport.Ending.STOPPED : ending,
        inbox.lost(),
        mayRest,
        Duration.ofNanos(time.nanoTime() - startedNanos));
  }

  private void trade(Alarm alarm) {
    long start = engine.nanos();
    Duration length = config.length();
    if (length != null) {
      engine.at(start + length.toNanos(), () -> ending = RunReport.Ending.TIME_OVER);
    }
    repeatStatus();
    Set<String> references = setup.subscriptions().references();
    if (!references.isEmpty()) {
      notes.add(
          "no price of " + String.join(", ", references) + " comes: there is no live feed of it");
    }
    try (MarketWatch watch = begin()) {
      while (ending == null) {
        take(inbox.take());
        alarm.set(engine.nextDue());
      }
    } catch (InterruptedException e) {
      ending = RunReport.Ending.STOPPED;
    } catch (KalshiException e) {
      if (!Thread.interrupted()) {
        throw e;
      }
      ending = RunReport.Ending.STOPPED; // asked to end before it had begun
    }
  }

  private MarketWatch begin() {
    account.subscribe();
    return MarketWatch.start(client, time, config.series(), config.markets(), new Posted());
  }

  private void repeatStatus() {
    engine.at(
        engine.nanos() + config.statusInterval().toNanos(),
        () -> {
          if (ending == null) {
            listener.onStatus(report.status());
            repeatStatus();
          }
        });
  }

  private void take(Arrival arrival) {
    switch (arrival) {
      case Arrival.Frame frame -> feed.onFrame(frame);
      case Arrival.Disconnected lost -> {
        notes.add("the stream was lost: " + lost.reason());
        feed.gap(lost.nanos());
      }
      case Arrival.Lost lost -> {
        notes.add("the engine is too slow for the stream; books are read anew");
        feed.gap(lost.nanos());
        client.stream().refreshBooks();
      }
      case Arrival.Task task -> task.run(engine::advance);
    }
  }

  /** Has what the watch finds done on the engine's thread. */
  private final class Posted implements MarketWatch.Listener {
    @Override
    public void onMarket(MarketFacts facts) {
      inbox.post(() -> {
        if (feed.know(facts)) {
          account.adopt(facts.ticker());
        }
      });
    }

    @Override
    public void onRead(TapeMarket market) {
      TapeRecorder recorder = config.recorder();
      if (recorder != null) {
        recorder.market(market);
      }
    }

    @Override
    public void onSettled(MarketTicker market, MarketResult result) {
      inbox.post(() -> feed.settle(market, result));
    }

    @Override
    public void onGone(MarketTicker market) {
      inbox.post(() -> feed.forget(market));
    }

    @Override
    public void onTrouble(String what) {
      inbox.post(() -> notes.add(what));
    }
  }
}
