package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.strategy.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a live run stands, and at its end what came of it. */
final class LiveReport {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final StrategySetup setup;
  private final LiveRun.Config config;
  private final KalshiStream stream;
  private final Instant started;
  private final LiveAccount account;
  private final Engine engine;
  private final LiveFeed feed;
  private final Notes notes;

  LiveReport(
      StrategySetup setup,
      LiveRun.Config config,
      KalshiStream stream,
      Instant started,
      LiveAccount account,
      LiveFeed feed,
      Notes notes) {
    this.setup = setup;
    this.config = config;
    this.stream = stream;
    this.started = started;
    this.account = account;
    this.engine = account.engine();
    this.feed = feed;
    this.notes = notes;
  }

  LiveStatus status() {
    Money equity = engine.equity();
    return new LiveStatus(
        EpochNanos.toInstant(engine.nanos()),
        stream.state(),
        feed.openMarkets(),
        feed.validBooks(),
        engine.positions().size(),
        engine.desk().open().size(),
        engine.desk().all().stream().mapToLong(order -> order.fills().size()).sum(),
        equity,
        equity.minus(account.begun()));
  }

  /** Ends what is held as a mark, and reports. */
  RunReport conclude(
      RunReport.Ending ending, long lostFrames, List<String> mayRest, Duration elapsed) {
    List<RunReport.Held> held = held();
    engine.conclude();
    return new RunReport(
        config.exchange(),
        config.paper(),
        ending,
        stream.statistics().connections(),
        lostFrames,
        held,
        mayRest,
        notes.kept(),
        figures(elapsed),
        null);
  }

  private List<RunReport.Held> held() {
    List<RunReport.Held> held = new ArrayList<>();
    for (Position position : engine.positions()) {
      MarketState market = engine.markets().get(position.market());
      Price bid = market == null ? null : market.ownBid(position.side());
      held.add(
          new RunReport.Held(
              position.market(), position.side(), position.quantity(), position.cost(), bid));
    }
    return held;
  }

  private BacktestReport figures(Duration elapsed) {
    BacktestReport.Data data = feed.data(started);
    return Figures.report(
        setup,
        account.config(),
        engine,
        data,
        List.of(),
        new BacktestReport.Runtime(
            elapsed,
            (long) ((double) data.frames() * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos())),
            Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));
  }
}
