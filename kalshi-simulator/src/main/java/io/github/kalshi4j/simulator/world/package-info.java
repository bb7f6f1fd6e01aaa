/**
 * Everything that goes on without a server: {@link
 * io.github.kalshi4j.simulator.world.SimulatedWorld} lets the exchange, its rolling markets, the
 * index and the crowd act in the order of simulated time.
 */
package io.github.kalshi4j.simulator.world;
