package io.github.kalshi4j.engine.tape.recording;

import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** A tape that was recorded, and may yet learn how its markets ended. */
final class FinishedTape {
  private static final Logger LOG = System.getLogger(FinishedTape.class.getName());

  private TapeFile tape;
  private long bodyStart;

  /**
   * @param bodyStart where in the file its records begin
   */
  FinishedTape(TapeFile tape, long bodyStart) {
    this.tape = tape;
    this.bodyStart = bodyStart;
  }

  TapeFile tape() {
    return tape;
  }

  /** Puts a market's result into the header, if the tape has the market without one. */
  void amend(TapeMarket market) {
    TapeHeader old = tape.header();
    boolean lacks =
        old.markets().stream()
            .anyMatch(m -> m.ticker().equals(market.ticker()) && m.result() == null);
    if (market.result() == null || !lacks) {
      return;
    }
    List<TapeMarket> markets =
        old.markets().stream()
            .map(m ->
                m.ticker().equals(market.ticker())
                    ? m.withResult(market.result(), market.settlementTime(), market.resultSource())
                    : m)
            .toList();
    TapeHeader header =
        old.completed(old.end(), old.synthesised(), old.clockOffsetNanos(), markets);
    try {
      bodyStart = TapeWriter.amend(tape.path(), bodyStart, header);
      tape = new TapeFile(tape.path(), header);
    } catch (TapeException e) { // somebody may have moved it; what was recorded is not in danger
      LOG.log(Level.WARNING, "the result of {0} is not on a tape: {1}", market.ticker(), e);
    }
  }
}
