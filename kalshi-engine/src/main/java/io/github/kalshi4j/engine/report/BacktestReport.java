package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.paper.Latency;
import io.github.kalshi4j.risk.breaker.Trip;
import io.github.kalshi4j.strategy.Figure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything a backtest came to.
 *
 * @param parameters the strategy's configuration, in order
 * @param data what it ran on
 * @param fills how fills were made
 * @param trades every position, in order of its first fill
 * @param unfilledEntries entry orders that never filled at all, in order of sending
 * @param denied how often each risk rule denied an entry, most often first; one entry may be denied
 *     by several
 * @param breakers every trip of a circuit breaker, in order of time
 * @param alternatives the same run under the other fill models; empty if no order ever rested
 * @param decisionHash SHA-256 over every intent, verdict, order and fill: equal for equal tape,
 *     configuration and seed
 * @param runtime how long it took; never equal twice
 */
public record BacktestReport(
    String strategy,
    List<Figure> parameters,
    long seed,
    Data data,
    Fills fills,
    Summary summary,
    List<TradeRecord> trades,
    List<OrderRecord> unfilledEntries,
    List<Denials> denied,
    List<Trip> breakers,
    List<Alternative> alternatives,
    String decisionHash,
    Runtime runtime) {
  public BacktestReport {
    parameters = List.copyOf(parameters);
    trades = List.copyOf(trades);
    unfilledEntries = List.copyOf(unfilledEntries);
    denied = List.copyOf(denied);
    breakers = List.copyOf(breakers);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * What the run was made on, and how much of it was there.
   *
   * @param origin {@code recorded}, {@code imported} or {@code generated}; joined by commas if
   *     mixed
   * @param tapes how many tapes
   * @param markets how many markets had a book
   * @param start receive time of the first frame
   * @param end receive time of the last frame
   * @param span the tapes' lengths added up
   * @param gaps recorded gaps within the tapes
   * @param gapTime how long they lasted together
   * @param sequenceGaps gaps found in sequence numbers
   * @param faults levels that would have become negative
   * @param valid how long, added over markets, a book was valid
   * @param stale how long, added over markets, a book known before was stale within its tape
   * @param frames exchange frames read
   * @param bookUpdates complete groups shown to the engine
   * @param unrecognized frames of unknown type
   * @param recordings each of them, in order of time
   */
  public record Data(
      String origin,
      int tapes,
      int markets,
      Instant start,
      Instant end,
      Duration span,
      long gaps,
      Duration gapTime,
      long sequenceGaps,
      long faults,
      Duration valid,
      Duration stale,
      long frames,
      long bookUpdates,
      long unrecognized,
      List<Recorded> recordings) {
    public Data {
      recordings = List.copyOf(recordings);
    }

    /** Returns the share of the tapes' span that is not in a recorded gap, from 0 to 1. */
    public double coverage() {
      return span.isZero() ? 0 : 1 - (double) gapTime.toNanos() / span.toNanos();
    }
  }

  /**
   * One recording.
   *
   * @param name its file's name, without the folder
   * @param start receive time of its first exchange frame
   * @param end receive time of its last one
   * @param clockOffset receive time less exchange time, by which the market's hours were placed
   */
  public record Recorded(
      String name, Instant start, Instant end, Duration clockOffset, long frames) {}

  /** How fills were made. */
  public record Fills(FillModel model, Latency latency, boolean restingOrders) {}

  /**
   * The figures of the whole run. Money is exact.
   *
   * @param signals entries the strategy asked for
   * @param entryOrders entries that were sent
   * @param exitOrders exits that were sent
   * @param ordered contracts that entries asked for
   * @param filled contracts of them that were filled
   * @param breakEven trades whose net P&amp;L is exactly zero
   * @param settledBeyondTape positions settled after their market's last tape ended early
   * @param settledBeyondTapePnl their net P&amp;L, part of the total
   * @param marked positions that had no result to settle at
   * @param markedPnl their net P&amp;L, part of the total
   * @param maxDrawdown the deepest fall of equity from its peak
   * @param maxExposure the most that could still be lost at one time
   * @param exposedTime how long positions were held while their markets traded, added over markets
   */
  public record Summary(
      Money startCash,
      Money endCash,
      int trades,
      int wins,
      int losses,
      int breakEven,
      Money grossPnl,
      Money fees,
      Money netPnl,
      Money largestWin,
      Money largestLoss,
      Money maxDrawdown,
      Money maxExposure,
      Duration exposedTime,
      long signals,
      long entryOrders,
      long exitOrders,
      Quantity ordered,
      Quantity filled,
      int settled,
      int settledBeyondTape,
      Money settledBeyondTapePnl,
      int marked,
      Money markedPnl) {
    /** Returns the share of trades with a net gain, from 0 to 1; 0 without trades. */
    public double winRate() {
      return trades == 0 ? 0 : (double) wins / trades;
    }

    /** Returns the share of the contracts ordered by entries that was filled, from 0 to 1. */
    public double fillRate() {
      return ordered.isZero() ? 0 : (double) filled.hundredths() / ordered.hundredths();
    }
  }

  /** How often a rule denied an entry. */
  public record Denials(String rule, long count) {}

  /** The same run under another fill model. */
  public record Alternative(
      FillModel model, int trades, Money netPnl, double fillRate, String decisionHash) {}

  /**
   * How long the run took.
   *
   * @param elapsed wall time from the first frame to the report
   * @param eventsPerSecond frames divided by that time
   * @param peakHeapBytes the most heap in use at the samples taken
   */
  public record Runtime(Duration elapsed, long eventsPerSecond, long peakHeapBytes) {}
}
