/**
 * What can be made to go wrong between the exchange and those who trade on it: a {@link
 * io.github.kalshi4j.simulator.fault.Fault} is a value with a seed, and {@link
 * io.github.kalshi4j.simulator.fault.Faults} is where it is added and removed.
 */
package io.github.kalshi4j.simulator.fault;
