/**
 * What is traded and where it stands: {@link io.github.kalshi4j.simulator.market.ListedMarket} is
 * what a market is created with, {@link io.github.kalshi4j.simulator.market.MarketLife} the path it
 * takes from its opening to its payout.
 */
package io.github.kalshi4j.simulator.market;
