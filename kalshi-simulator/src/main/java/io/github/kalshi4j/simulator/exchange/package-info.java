/**
 * The exchange itself, without a server: {@link
 * io.github.kalshi4j.simulator.exchange.SimulatedEngine} takes {@link
 * io.github.kalshi4j.simulator.exchange.Command}s, gives {@link
 * io.github.kalshi4j.simulator.exchange.Answer}s, and tells every change of state as an {@link
 * io.github.kalshi4j.simulator.exchange.ExchangeEvent}. Where the real exchange's behaviour is not
 * known, {@link io.github.kalshi4j.simulator.exchange.ExchangePolicies} names what is assumed.
 */
package io.github.kalshi4j.simulator.exchange;
