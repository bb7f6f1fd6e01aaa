import org.jspecify.annotations.NullMarked;

/** What stands between a strategy's intents and the exchange: rules, sizing, exits and breakers. */
@NullMarked
module io.github.kalshi4j.risk {
  requires transitive io.github.kalshi4j.strategy;
  requires static transitive org.jspecify;

  exports io.github.kalshi4j.risk;
  exports io.github.kalshi4j.risk.breaker;
  exports io.github.kalshi4j.risk.exit;
  exports io.github.kalshi4j.risk.plan;
  exports io.github.kalshi4j.risk.sizing;
}
