package io.github.kalshi4j.simulator.world;

import io.github.kalshi4j.simulator.exchange.ExchangeListener;
import io.github.kalshi4j.simulator.reference.IndexPrice;
import io.github.kalshi4j.simulator.reference.IndexTick;
import io.github.kalshi4j.simulator.series.CatalogueMarket;

/** Is told all that happens, in order, on the world's thread; it must not call the world. */
public interface WorldListener extends ExchangeListener {
  /** Is told a price of an index, five times a second. */
  default void onPrice(IndexPrice price) {}

  /** Is told a value of an index, once a second, after the price of that time. */
  default void onIndex(IndexTick tick) {}

  /** Is told what becomes known of a market; of a new one before the engine's own event. */
  default void onMarket(CatalogueMarket market) {}

  /**
   * Is told that time has passed, and nothing more will happen before it; at that time itself
   * something may.
   *
   * @param micros microseconds since 1970
   */
  default void onTime(long micros) {}
}
