import org.jspecify.annotations.NullMarked;

/** The kalshi command. */
@NullMarked
module io.github.kalshi4j.cli {
  requires info.picocli;
  requires io.github.kalshi4j.engine;
  requires io.github.kalshi4j.simulator;
  requires static org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  opens io.github.kalshi4j.cli to
      info.picocli;

  uses io.github.kalshi4j.strategy.StrategyProvider;
}
