package io.github.kalshi4j.simulator.world;

import io.github.kalshi4j.simulator.exchange.ExchangeListener;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.series.CatalogueMarket;

/** Is told all that happens, in order, on the world's thread; it must not call the world. */
public interface WorldListener extends ExchangeListener {
  /** Is told a value of an index. */
  default void onIndex(IndexTick tick) {}

  /** Is told what becomes known of a market; of a new one before the engine's own event. */
  default void onMarket(CatalogueMarket market) {}
}
