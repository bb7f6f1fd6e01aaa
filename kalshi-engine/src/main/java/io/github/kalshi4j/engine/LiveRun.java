package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.stream.FrameTap;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.stream.Unrecognized;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.live.AccountAtStart;
import io.github.kalshi4j.engine.live.Alarm;
import io.github.kalshi4j.engine.live.Arrival;
import io.github.kalshi4j.engine.live.Inbox;
import io.github.kalshi4j.engine.live.LiveVenue;
import io.github.kalshi4j.engine.live.MarketWatch;
import io.github.kalshi4j.engine.live.Retimed;
import io.github.kalshi4j.engine.live.Sweep;
import io.github.kalshi4j.engine.live.Tee;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.engine.tape.TapeMarket;
import io.github.kalshi4j.engine.tape.TapeRecorder;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(12);
  private static final Duration SWEEP_LIMIT = Duration.ofSeconds(10);
  private static final Duration SWEEP_PATIENCE = Duration.ofSeconds(20);
  private static final int NAMED = 5;
  private static final int MOST_NOTES = 1_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

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
  private final StreamDecoder decoder = new StreamDecoder(true);
  private final Map<MarketTicker, MarketPosition> waiting = new LinkedHashMap<>();
  // The newest ticker of a market whose facts are still being read.
  private final Map<MarketTicker, Ticker> earlyTickers = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Instant started;
  private final String names;
  private final EngineConfig engineConfig;
  private final Engine engine;
  private final Feed feed;
  private @Nullable LiveVenue venue;
  private RunReport.@Nullable Ending ending;
  private boolean cancelsOver;
  private boolean sweepOver;
  private Sweep.@Nullable Result swept;
  private long frames;
  private long gaps;
  private long gapSince = -1;
  private long gapNanos;
  private long damaged;
  private long lastFrame;

  private LiveRun(
      StrategySetup setup, KalshiClient client, Config config, TimeSource time, Listener listener) {
    this.setup = setup;
    this.client = client;
    this.config = config;
    this.time = time;
    this.listener = listener;
    inbox = new Inbox(time, config.inboxBytes());
    started = time.now();
    checkThatTheyExist();
    names = "k4j-" + Long.toString(EpochNanos.of(started), Character.MAX_RADIX) + "-";
    if (config.paper()) {
      engineConfig = config.engine();
      engine = new Engine(setup, engineConfig);
    } else {
      AccountAtStart account = AccountAtStart.read(client);
      tellOfForeign(account.resting());
      account.positions().forEach(position -> waiting.put(position.market(), position));
      engineConfig = config.engine().withCash(account.cash());
      engine =
          new Engine(
              setup,
              engineConfig,
              names,
              (scheduler, answers) -> {
                LiveVenue made = LiveVenue.of(client, scheduler, time, inbox, answers, this::note);
                venue = made;
                return made;
              });
      engine.holdElsewhere(costOfWaiting());
    }
    long offset = config.ownClock() ? 0 : client.clockOffset().negated().toNanos();
    feed = engine.connect(Map.of(), offset, EpochNanos.of(time.now()));
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
    try (Alarm alarm = Alarm.start(time, inbox, engine::advance);
        FrameTap tap = client.stream().tap(config.ownClock() ? new Retimed(time, heard) : heard)) {
      try {
        trade(alarm);
      } catch (RuntimeException e) {
        failure = e;
      }
      if (tee != null) {
        tee.endFirst();
      }
      stop(alarm);
    } finally {
      if (venue != null) {
        venue.close();
      }
    }
    if (failure != null) {
      mayRest().forEach(order -> note("may still rest: " + order));
      throw failure;
    }
    return report(Duration.ofNanos(time.nanoTime() - startedNanos));
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
      note("no price of " + String.join(", ", references) + " comes: there is no live feed of it");
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
    if (venue != null) {
      venue.subscribe();
    }
    return MarketWatch.start(client, time, config.series(), config.markets(), new Posted());
  }

  /** Has what the watch finds done on the engine's thread. */
  private final class Posted implements MarketWatch.Listener {
    @Override
    public void onMarket(MarketFacts facts) {
      inbox.post(() -> known(facts));
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
      inbox.post(() -> settled(market, result));
    }

    @Override
    public void onGone(MarketTicker market) {
      inbox.post(() -> {
        engine.remove(feed, market);
        earlyTickers.remove(market);
      });
    }

    @Override
    public void onTrouble(String what) {
      inbox.post(() -> note(what));
    }
  }

  private void known(MarketFacts facts) {
    if (engine.markets().containsKey(facts.ticker())) {
      engine.update(facts);
      return;
    }
    engine.add(feed, facts, engine.nanos());
    Ticker early = earlyTickers.remove(facts.ticker());
    if (early != null) {
      engine.onEvent(feed, early, engine.nanos());
    }
    MarketPosition held = waiting.remove(facts.ticker());
    if (held != null) {
      engine.holdElsewhere(costOfWaiting());
      engine.adopt(
          new Position(
              held.market(),
              held.position().side().orElseThrow(),
              held.position().quantity(),
              held.exposure(),
              Money.ZERO));
      note("held at the start: " + held.position().quantity() + " in " + held.market());
    }
  }

  private void settled(MarketTicker market, MarketResult result) {
    if (engine.markets().containsKey(market)) {
      engine.settleAt(market, result, false, engine.nanos());
    }
  }

  private Money costOfWaiting() {
    return waiting.values().stream().map(MarketPosition::exposure).reduce(Money.ZERO, Money::plus);
  }

  private void tellOfForeign(List<Order> resting) {
    if (!resting.isEmpty()) {
      note(
          (resting.size() == 1 ? "one order rests" : resting.size() + " orders rest")
              + " in the account that this run did not place; left alone: "
              + String.join(
                  ", ",
                  resting.stream()
                      .limit(NAMED)
                      .map(order -> order.id() + " in " + order.market())
                      .toList())
              + (resting.size() > NAMED ? ", …" : ""));
    }
  }

  /** Returns the engine's time or the wall clock's, whichever is later. */
  private long now() {
    return Math.max(engine.nanos(), EpochNanos.of(time.now()));
  }

  private void take(Arrival arrival) {
    switch (arrival) {
      case Arrival.Frame frame -> onFrame(frame);
      case Arrival.Disconnected lost -> {
        note("the stream was lost: " + lost.reason());
        gap(lost.nanos());
      }
      case Arrival.Lost lost -> {
        note("the engine is too slow for the stream; books are read anew");
        gap(lost.nanos());
        client.stream().refreshBooks();
      }
      case Arrival.Task task -> run(task);
    }
  }

  private void run(Arrival.Task task) {
    engine.advance(task.nanos());
    task.action().run();
  }

  private void gap(long nanos) {
    long at = Math.max(nanos, engine.nanos());
    gaps++;
    gapSince = gapSince < 0 ? at : gapSince;
    engine.onGap(feed, at);
  }

  private void onFrame(Arrival.Frame frame) {
    long nanos = Math.max(frame.nanos(), engine.nanos());
    frames++;
    lastFrame = nanos;
    if (gapSince >= 0) {
      gapNanos += nanos - gapSince;
      gapSince = -1;
    }
    StreamEvent event;
    try {
      event = decoder.decode(frame.bytes(), 0, frame.bytes().length);
    } catch (KalshiDecodingException e) { // the missing number makes the books stale
      damaged++;
      return;
    }
    switch (event) {
      case BookEvent change when isUnknown(change.market()) ->
          engine.onEvent(
              feed,
              new Unrecognized("unknown market", change.subscription(), change.sequence(), ""),
              nanos);
      case Ticker ticker when isUnknown(ticker.market()) ->
          earlyTickers.put(ticker.market(), ticker);
      case PublicTrade trade when isUnknown(trade.market()) -> {}
      case StreamEvent known -> engine.onEvent(feed, known, nanos);
    }
  }

  private boolean isUnknown(MarketTicker market) {
    return !feed.markets().containsKey(market);
  }

  private void repeatStatus() {
    engine.at(
        engine.nanos() + config.statusInterval().toNanos(),
        () -> {
          if (ending == null) {
            listener.onStatus(status());
            repeatStatus();
          }
        });
  }

  private LiveStatus status() {
    int open = 0;
    int valid = 0;
    for (MarketState market : feed.markets().values()) {
      open += market.isOpen() ? 1 : 0;
      valid += market.isOpen() && market.book.isValid() ? 1 : 0;
    }
    Money equity = engine.equity();
    Money begun = engineConfig.cash().plus(engine.adopted()).plus(costOfWaiting());
    return new LiveStatus(
        EpochNanos.toInstant(engine.nanos()),
        client.stream().state(),
        open,
        valid,
        engine.positions().size(),
        engine.desk().open().size(),
        engine.desk().all().stream().mapToLong(order -> order.fills().size()).sum(),
        equity,
        equity.minus(begun));
  }

  private void note(String what) {
    if (notes.size() < MOST_NOTES) {
      notes.add(what);
    }
    listener.onNote(what);
  }

  /** Cancels what is open, waits for its end, and makes sure that nothing rests. */
  private void stop(Alarm alarm) {
    engine.halt();
    engine.at(now() + CANCEL_LIMIT.toNanos(), () -> cancelsOver = true);
    while (!engine.desk().open().isEmpty() && !cancelsOver) {
      settleDown(alarm);
    }
    LiveVenue live = venue;
    if (live == null || !live.hasSent()) {
      return;
    }
    Thread sweep =
        Thread.ofVirtual()
            .name("kalshi-sweep")
            .start(() -> {
              Sweep.Result result;
              try {
                result = Sweep.run(client, time, names, SWEEP_LIMIT);
              } catch (InterruptedException | RuntimeException e) {
                result = new Sweep.Result(List.of(), String.valueOf(e.getMessage()));
              }
              Sweep.Result found = result;
              inbox.post(() -> swept = found);
            });
    engine.at(now() + SWEEP_PATIENCE.toNanos(), () -> sweepOver = true);
    while (swept == null && !sweepOver) {
      settleDown(alarm);
    }
    sweep.interrupt();
  }

  /** Takes the next answer; frames concern nobody any more. */
  private void settleDown(Alarm alarm) {
    alarm.set(engine.nextDue());
    try {
      if (inbox.take() instanceof Arrival.Task task) {
        run(task);
      }
    } catch (InterruptedException e) {
      // it is ending already
    } catch (RuntimeException e) { // one answer that cannot be right must not hide the others
      note("an answer could not be taken: " + e.getMessage());
    }
  }

  private List<String> mayRest() {
    List<String> orders = new ArrayList<>();
    engine
        .desk()
        .open()
        .forEach(order ->
            orders.add(order.id() + " in " + order.market() + ": its end was not confirmed"));
    Sweep.Result result = swept;
    if (result != null) {
      result
          .resting()
          .forEach(
              order -> orders.add(order.id() + " in " + order.market() + ": seen at rest at last"));
    }
    boolean checked = result != null && result.isClean();
    if (!checked && venue != null && venue.hasSent() && orders.isEmpty()) {
      orders.add(
          "it could not be read what rests: "
              + (result == null ? "no answer in time" : result.problem()));
    }
    return orders;
  }

  private RunReport report(Duration elapsed) {
    List<String> mayRest = mayRest();
    List<RunReport.Held> held = new ArrayList<>();
    for (Position position : engine.positions()) {
      MarketState market = engine.markets().get(position.market());
      Price bid = market == null ? null : market.ownBid(position.side());
      held.add(
          new RunReport.Held(
              position.market(), position.side(), position.quantity(), position.cost(), bid));
    }
    engine.conclude();
    return new RunReport(
        config.exchange(),
        config.paper(),
        ending == null ? RunReport.Ending.STOPPED : ending,
        client.stream().statistics().connections(),
        inbox.lost(),
        held,
        mayRest,
        notes,
        figures(elapsed),
        null);
  }

  private BacktestReport figures(Duration elapsed) {
    long valid = 0;
    long stale = 0;
    int markets = 0;
    for (MarketState market : engine.markets().values()) {
      valid += market.coverage.validNanos();
      stale += market.coverage.staleNanos();
      markets += market.published ? 1 : 0;
    }
    Instant end = frames == 0 ? started : EpochNanos.toInstant(lastFrame);
    BacktestReport.Data data =
        new BacktestReport.Data(
            "stream",
            0,
            markets,
            started,
            end.isBefore(started) ? started : end,
            end.isBefore(started) ? Duration.ZERO : Duration.between(started, end),
            gaps,
            Duration.ofNanos(gapNanos),
            feed.books().gaps(),
            feed.books().faults() + damaged,
            Duration.ofNanos(valid),
            Duration.ofNanos(stale),
            frames,
            engine.statistics().bookUpdates,
            decoder.statistics().unrecognized(),
            List.of());
    return new BacktestReport(
        setup.name(),
        setup.parameters(),
        engineConfig.seed(),
        data,
        new BacktestReport.Fills(
            engineConfig.fillModel(), engineConfig.latency(), engine.usedRestingOrders()),
        Backtest.summary(engineConfig, engine),
        engine.trader().trades().records(),
        Backtest.unfilledEntries(engine),
        engine.statistics().denials(),
        engine.trader().trips(),
        List.of(),
        engine.decisionHash(),
        new BacktestReport.Runtime(
            elapsed,
            (long) ((double) frames * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos())),
            Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
  }
}
