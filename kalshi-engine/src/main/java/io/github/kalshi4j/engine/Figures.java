package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.OrderRecord;
import io.github.kalshi4j.engine.report.TradeRecord;
import java.util.List;

/** What an engine's trades came to, on tapes as at an exchange. */
final class Figures {
  private Figures() {}

  /**
   * Returns the report of an engine that trades no more.
   *
   * @param config how it ran, with the cash that it began with
   * @param data what it was shown
   * @param alternatives the same run under other fill models
   */
  static BacktestReport report(
      StrategySetup setup,
      EngineConfig config,
      Engine engine,
      BacktestReport.Data data,
      List<BacktestReport.Alternative> alternatives,
      BacktestReport.Runtime runtime) {
    return new BacktestReport(
        setup.name(),
        setup.parameters(),
        config.seed(),
        data,
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

  /**
   * Returns the sums over an engine's trades.
   *
   * @throws IllegalStateException if they do not lead from the cash it began with to what it has
   */
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

  private static List<OrderRecord> unfilledEntries(Engine engine) {
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
