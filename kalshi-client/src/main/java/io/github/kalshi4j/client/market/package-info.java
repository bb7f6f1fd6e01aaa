/**
 * Markets as the exchange describes and shows them: {@link
 * io.github.kalshi4j.client.market.MarketFacts} is what is known of one before it is decided,
 * {@link io.github.kalshi4j.client.market.OrderBook} its resting orders, kept by {@link
 * io.github.kalshi4j.client.market.LocalOrderBook}.
 */
package io.github.kalshi4j.client.market;
