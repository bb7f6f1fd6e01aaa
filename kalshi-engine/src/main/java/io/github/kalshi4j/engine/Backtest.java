package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.strategy.Configuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs a strategy on recordings, through the decoder, book, engine, risk and order desk that run it
 * anywhere else; only the clock and the venue differ. All recordings are one account, replayed in
 * order of time. Equal recordings, configuration and seed give equal decisions, which the report's
 * hash proves.
 */
public final class Backtest {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Backtest() {}

  /**
   * Runs a backtest on the calling thread. If any order rested, where its fills depend on the
   * queue, it is run again under the other two fill models, and they are reported beside it.
   *
   * @param recordings checked to go together; in any order
   * @param progress is told now and then, on the calling thread
   */
  public static <C extends Record> BacktestReport run(
      Configuration<C> configuration,
      List<? extends Recording> recordings,
      EngineConfig config,
      Consumer<Progress> progress) {
    return run(() -> StrategySetup.of(configuration), recordings, config, progress);
  }

  /** Runs a backtest of a strategy that is set up anew for each pass. */
  static BacktestReport run(
      Supplier<StrategySetup> setups,
      List<? extends Recording> recordings,
      EngineConfig config,
      Consumer<Progress> progress) {
    long started = TimeSource.system().nanoTime();
    StrategySetup setup = setups.get();
    Replay replay = new Replay(recordings, setup, config, progress);
    replay.run();
    long elapsed = TimeSource.system().nanoTime() - started;
    BacktestReport.Runtime runtime =
        new BacktestReport.Runtime(
            Duration.ofNanos(elapsed),
            (long) ((double) replay.frames() * NANOS_PER_SECOND / Math.max(1, elapsed)),
            replay.peakHeapBytes());
    boolean resting = replay.engine().usedRestingOrders();
    return Figures.report(
        setup,
        config,
        replay.engine(),
        replay.data(),
        resting ? alternatives(setups, recordings, config, progress) : List.of(),
        runtime);
  }

  private static List<BacktestReport.Alternative> alternatives(
      Supplier<StrategySetup> setups,
      List<? extends Recording> recordings,
      EngineConfig config,
      Consumer<Progress> progress) {
    List<BacktestReport.Alternative> alternatives = new ArrayList<>();
    for (FillModel model : FillModel.values()) {
      if (model != config.fillModel()) {
        Replay replay = new Replay(recordings, setups.get(), config.withFillModel(model), progress);
        replay.run();
        BacktestReport.Summary summary = Figures.summary(config, replay.engine());
        alternatives.add(
            new BacktestReport.Alternative(
                model,
                summary.trades(),
                summary.netPnl(),
                summary.fillRate(),
                replay.engine().decisionHash()));
      }
    }
    return alternatives;
  }
}
