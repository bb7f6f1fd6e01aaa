/**
 * How members reach the exchange: {@link io.github.kalshi4j.simulator.access.AccessPolicies} says
 * how many requests are let in, and how late what is read may be.
 */
package io.github.kalshi4j.simulator.access;
