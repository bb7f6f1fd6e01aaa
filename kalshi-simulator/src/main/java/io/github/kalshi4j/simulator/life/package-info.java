/**
 * Who trades on the simulated exchange: a {@link io.github.kalshi4j.simulator.life.Crowd} of makers
 * and takers in each market, who know the index and the book, and act by commands like anyone.
 */
package io.github.kalshi4j.simulator.life;
