import io.github.kalshi4j.examples.momentum.MomentumProvider;
import io.github.kalshi4j.strategy.StrategyProvider;
import org.jspecify.annotations.NullMarked;

/** A bot that buys what a closing spread moves towards. */
@NullMarked
module io.github.kalshi4j.examples.momentum {
  requires transitive io.github.kalshi4j.risk;
  requires static transitive org.jspecify;

  exports io.github.kalshi4j.examples.momentum;

  provides StrategyProvider with
      MomentumProvider;
}
