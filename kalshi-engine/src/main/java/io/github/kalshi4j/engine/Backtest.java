package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.OrderRecord;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.engine.tape.Recording;
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
    return report(
        setup,
        config,
        replay,
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
        BacktestReport.Summary summary = summary(config, replay.engine());
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

  private static BacktestReport report(
      StrategySetup setup,
      EngineConfig config,
      Replay replay,
      List<BacktestReport.Alternative> alternatives,
      BacktestReport.Runtime runtime) {
    Engine engine = replay.engine();
    return new BacktestReport(
        setup.name(),
        setup.parameters(),
        config.seed(),
        replay.data(),
        new BacktestReport.Fills(config.fillModel(), config.latency(), engine.usedRestingOrders()),
        summary(config, engine),
        engine.trader().trades().records(),
        unfilledEntries(engine),
        engine.statistics().denials(),
        engine.trader().trips(),
        alternatives,
        engine.decisionHash(),
        runtime);
  }

  static BacktestReport.Summary summary(EngineConfig config, Engine engine) {
    Tally tally = new Tally();
    engine.trader().trades().records().forEach(tally::add);
    RunStatistics statistics = engine.statistics();
    Money start = config.cash().plus(engine.adopted());
    if (!start.plus(tally.net()).equals(engine.cash())) {
      throw new IllegalStateException(
          "the trades' P&L of "
              + tally.net()
              + " does not lead from "
              + start
              + " to "
              + engine.cash());
    }
    return new BacktestReport.Summary(
        start,
        engine.cash(),
        tally.trades,
        tally.wins,
        tally.losses,
        tally.trades - tally.wins - tally.losses,
        tally.gross,
        tally.fees,
        tally.net(),
        tally.largestWin,
        tally.largestLoss,
        statistics.maxDrawdown(),
        statistics.maxExposure(),
        engine.trader().trades().exposedTime(),
        statistics.signals,
        statistics.entryOrders,
        statistics.exitOrders,
        statistics.ordered,
        statistics.filled,
        tally.settled,
        tally.settledBeyondTape,
        tally.settledBeyondTapePnl,
        tally.marked,
        tally.markedPnl);
  }

  static List<OrderRecord> unfilledEntries(Engine engine) {
    return engine.desk().all().stream()
        .filter(order -> order.purpose() == OrderPurpose.ENTRY && order.fills().isEmpty())
        .map(TradeLog::unfilled)
        .toList();
  }

  /** Adds trades up. */
  private static final class Tally {
    private int trades;
    private int wins;
    private int losses;
    private Money gross = Money.ZERO;
    private Money fees = Money.ZERO;
    private Money largestWin = Money.ZERO;
    private Money largestLoss = Money.ZERO;
    private int settled;
    private int settledBeyondTape;
    private Money settledBeyondTapePnl = Money.ZERO;
    private int marked;
    private Money markedPnl = Money.ZERO;

    private void add(TradeRecord trade) {
      Money net = trade.netPnl();
      trades++;
      wins += net.signum() > 0 ? 1 : 0;
      losses += net.signum() < 0 ? 1 : 0;
      gross = gross.plus(trade.grossPnl());
      fees = fees.plus(trade.fees());
      largestWin = largestWin.max(net);
      largestLoss = largestLoss.min(net);
      switch (trade.end()) {
        case TradeRecord.End.Sold sold -> {}
        case TradeRecord.End.Settled end when end.beyondTape() -> {
          settledBeyondTape++;
          settledBeyondTapePnl = settledBeyondTapePnl.plus(net);
        }
        case TradeRecord.End.Settled end -> settled++;
        case TradeRecord.End.Marked end -> {
          marked++;
          markedPnl = markedPnl.plus(net);
        }
      }
    }

    private Money net() {
      return gross.minus(fees);
    }
  }
}
