package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run at an exchange came to.
 *
 * @param exchange which one, and where it is
 * @param paper whether its orders were executed on paper, beside the exchange's books
 * @param ending why it ended
 * @param connections how often the stream was connected
 * @param lostFrames frames let go because the engine was slow
 * @param held what is still held in the markets that were traded
 * @param mayRest orders that may still rest at the exchange; empty if it is certain that none does
 * @param notes what was told of on the way, in order
 * @param figures the figures of a backtest, in which what is still held ends as a mark; where the
 *     orders were real, what it says of fill model and latency is of no meaning
 * @param comparison where a backtest of what it recorded differs; null if nothing was recorded
 */
public record RunReport(
    String exchange,
    boolean paper,
    Ending ending,
    int connections,
    long lostFrames,
    List<Held> held,
    List<String> mayRest,
    List<String> notes,
    BacktestReport figures,
    @Nullable RunComparison comparison) {
  public RunReport {
    held = List.copyOf(held);
    mayRest = List.copyOf(mayRest);
    notes = List.copyOf(notes);
  }

  /** Returns the same report with what a backtest of its tape came to. */
  public RunReport comparedWith(BacktestReport tape) {
    return new RunReport(
        exchange,
        paper,
        ending,
        connections,
        lostFrames,
        held,
        mayRest,
        notes,
        figures,
        RunComparison.of(figures, tape));
  }

  /** Why a run ended. */
  public enum Ending {
    /** Its time was over. */
    TIME_OVER,
    /** Somebody asked for its end. */
    STOPPED
  }

  /**
   * A position at the end.
   *
   * @param cost what it cost, without fees
   * @param ownBid the own side's last best bid, in its prices, at which it counts; null if nobody
   *     bid
   */
  public record Held(
      MarketTicker market,
      OutcomeSide side,
      Quantity quantity,
      Money cost,
      @Nullable Price ownBid) {}
}
