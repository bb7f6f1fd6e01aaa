package io.github.kalshi4j.simulator.series;

/** Is told what becomes known of a market: that it is listed, its strike, what it settled on. */
@FunctionalInterface
public interface CatalogueListener {
  void on(CatalogueMarket market);
}
