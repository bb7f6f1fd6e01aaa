/**
 * The exchange behind its own protocol: {@link
 * io.github.kalshi4j.simulator.server.SimulatedExchange} answers Kalshi's REST operations on
 * loopback, from what the {@link io.github.kalshi4j.simulator.exchange.SimulatedEngine} says and
 * from what it has told.
 */
package io.github.kalshi4j.simulator.server;
