/**
 * What the simulated crypto markets settle on: {@link
 * io.github.kalshi4j.simulator.reference.SimulatedIndex} is a seeded random price of a {@link
 * io.github.kalshi4j.simulator.reference.Coin}, told once a second with the averages that the
 * exchange makes of it.
 */
package io.github.kalshi4j.simulator.reference;
