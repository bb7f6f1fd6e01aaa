import org.jspecify.annotations.NullMarked;

/** What runs a strategy: the loop, the order desk, the paper venue, the tape and the report. */
@NullMarked
module io.github.kalshi4j.engine {
  requires transitive io.github.kalshi4j.risk;
  requires static transitive org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports io.github.kalshi4j.engine.tape;
}
