package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.Subscriptions;

/** Where the strategy comes from. */
sealed interface TesterSource {
  TesterSource with(String parameter, String value);

  Subscriptions subscriptions();

  Strategy create(MarketFacts market);

  record Provided<C extends Record>(Configuration<C> configuration) implements TesterSource {
    @Override
    public TesterSource with(String parameter, String value) {
      return new Provided<>(configuration.with(parameter, value));
    }

    @Override
    public Subscriptions subscriptions() {
      return configuration.provider().subscriptions(configuration.value());
    }

    @Override
    public Strategy create(MarketFacts market) {
      return configuration.provider().create(configuration.value(), market);
    }
  }

  record Given(Strategy strategy, Subscriptions subscriptions) implements TesterSource {
    @Override
    public TesterSource with(String parameter, String value) {
      throw new IllegalStateException(
          "a strategy that was made already takes no parameters: " + parameter);
    }

    @Override
    public Strategy create(MarketFacts market) {
      return strategy;
    }
  }
}
