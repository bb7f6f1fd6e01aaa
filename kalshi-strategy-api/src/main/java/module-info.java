import org.jspecify.annotations.NullMarked;

/** Everything a strategy is written against: the SPI, candles, and a kit to test it with. */
@NullMarked
module io.github.kalshi4j.strategy {
  requires transitive io.github.kalshi4j.client;
  requires static transitive org.jspecify;

  exports io.github.kalshi4j.strategy;
  exports io.github.kalshi4j.strategy.candle;
  exports io.github.kalshi4j.strategy.testing;

  uses io.github.kalshi4j.strategy.StrategyProvider;
}
