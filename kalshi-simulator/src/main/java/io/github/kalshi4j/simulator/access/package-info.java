/**
 * How members reach the exchange: {@link io.github.kalshi4j.simulator.access.AccessPolicies} says
 * how many requests are let in, and how late what is read may be, and {@link
 * io.github.kalshi4j.simulator.access.StreamPolicies} how much a connection of the stream may ask
 * for.
 */
package io.github.kalshi4j.simulator.access;
