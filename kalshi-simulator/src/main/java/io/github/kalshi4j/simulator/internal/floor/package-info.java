/**
 * What the protocols stand on: the world behind its one door, what it has told, who may sign, and
 * the market's clock.
 */
package io.github.kalshi4j.simulator.internal.floor;
