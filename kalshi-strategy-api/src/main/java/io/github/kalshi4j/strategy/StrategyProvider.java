package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.market.MarketFacts;
import java.util.Optional;

/**
 * Makes a strategy known. Found through {@link java.util.ServiceLoader}, so that a jar on the class
 * path is enough for {@code kalshi backtest}. A provider that also implements kalshi-risk's {@code
 * RiskManaged} brings its own risk plan.
 *
 * @param <C> the configuration: a public record whose components {@link Parameter} describes and
 *     whose canonical constructor refuses what makes no sense
 */
public interface StrategyProvider<C extends Record> {
  /** Returns the name on the command line: lower case, words joined by hyphens. */
  String name();

  /** Returns what the strategy does, in one sentence. */
  String description();

  /** Returns the configuration used where nothing else is said; its values type the parameters. */
  C defaults();

  default Subscriptions subscriptions(C configuration) {
    return Subscriptions.NONE;
  }

  /** Returns what chooses the markets; empty to trade all there are. A new one for each run. */
  default Optional<MarketSelector> selector(C configuration) {
    return Optional.empty();
  }

  /** Returns what one instance of the strategy follows. */
  default InstanceScope scope(C configuration) {
    return InstanceScope.MARKET;
  }

  /** Returns a new instance for a market, or for the series it belongs to. */
  Strategy create(C configuration, MarketFacts market);
}
