package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.strategy.InstanceScope;
import io.github.kalshi4j.strategy.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the instances of a strategy: one per market, or one per series that moves from market to
 * market. A market's instance is made when the market is first admitted, and dropped when it is no
 * longer admitted, flat and without orders, or settled.
 */
final class StrategyHost {
  private final StrategySetup setup;
  private final Map<MarketTicker, Instance> byMarket = new HashMap<>();
  private final Map<SeriesTicker, Instance> bySeries = new HashMap<>();

  StrategyHost(StrategySetup setup) {
    this.setup = setup;
  }

  /** Returns the instance that follows a market now; null if none does. */
  @Nullable Instance find(MarketState market) {
    Instance instance =
        setup.scope() == InstanceScope.MARKET
            ? byMarket.get(market.market())
            : bySeries.get(market.facts.series());
    return instance != null && instance.market == market ? instance : null;
  }

  /**
   * Lets an admitted market be followed: makes an instance for it, or moves the series' instance to
   * it if the market it follows is over.
   */
  Admission admit(MarketState market) {
    if (setup.scope() == InstanceScope.MARKET) {
      byMarket.computeIfAbsent(market.market(), ticker -> create(market));
      return Admission.NOT_ROLLED;
    }
    SeriesTicker series = market.facts.series();
    Instance instance = bySeries.get(series);
    if (instance == null) {
      bySeries.put(series, create(market));
    } else if (instance.market != market && isOver(instance.market)) {
      MarketFacts previous = instance.market.facts;
      instance.market = market;
      return new Admission(previous);
    }
    return Admission.NOT_ROLLED;
  }

  /** Forgets a market that has ended: a series' instance stays, to be moved on. */
  void end(MarketState market) {
    byMarket.remove(market.market());
  }

  /**
   * Forgets whatever follows a market that is no longer admitted; should it come back, it is new.
   */
  void drop(MarketState market) {
    byMarket.remove(market.market());
    Instance instance = bySeries.get(market.facts.series());
    if (instance != null && instance.market == market) {
      bySeries.remove(market.facts.series());
    }
  }

  /** Returns the markets that are followed now, in order of ticker. */
  List<MarketState> followed() {
    List<MarketState> markets = new ArrayList<>();
    byMarket.values().forEach(instance -> markets.add(instance.market));
    bySeries.values().forEach(instance -> markets.add(instance.market));
    markets.sort((a, b) -> a.market().compareTo(b.market()));
    return markets;
  }

  private static boolean isOver(MarketState market) {
    return !market.isOpen() || !market.feed.isConnected();
  }

  private Instance create(MarketState market) {
    return new Instance(setup.factory().apply(market.facts), market);
  }

  /** One strategy object and the market it follows. */
  static final class Instance {
    final Strategy strategy;
    private MarketState market;

    private Instance(Strategy strategy, MarketState market) {
      this.strategy = strategy;
      this.market = market;
    }
  }

  /**
   * What admitting a market did.
   *
   * @param rolledFrom the market that a series' instance left; null if it did not move
   */
  record Admission(@Nullable MarketFacts rolledFrom) {
    private static final Admission NOT_ROLLED = new Admission(null);
  }
}
