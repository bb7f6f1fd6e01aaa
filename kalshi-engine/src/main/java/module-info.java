import org.jspecify.annotations.NullMarked;

/**
 * Runs strategies: the event loop, the order desk, the paper venue, tapes, backtests and reports.
 */
@NullMarked
module io.github.kalshi4j.engine {
  requires transitive io.github.kalshi4j.risk;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires static transitive org.jspecify;

  exports io.github.kalshi4j.engine;
  exports io.github.kalshi4j.engine.clock;
  exports io.github.kalshi4j.engine.desk;
  exports io.github.kalshi4j.engine.paper;
  exports io.github.kalshi4j.engine.report;
  exports io.github.kalshi4j.engine.tape;
  exports io.github.kalshi4j.engine.tape.format;
  exports io.github.kalshi4j.engine.tape.importing;
  exports io.github.kalshi4j.engine.tape.inspection;
  exports io.github.kalshi4j.engine.tape.recording;
}
