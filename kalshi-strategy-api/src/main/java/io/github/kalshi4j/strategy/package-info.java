/**
 * The Strategy SPI. A {@link io.github.kalshi4j.strategy.Strategy} turns events into {@link
 * io.github.kalshi4j.strategy.Intent}s, seeing the world through a {@link
 * io.github.kalshi4j.strategy.MarketView}; a {@link io.github.kalshi4j.strategy.StrategyProvider}
 * makes it known, with its typed configuration.
 */
package io.github.kalshi4j.strategy;
