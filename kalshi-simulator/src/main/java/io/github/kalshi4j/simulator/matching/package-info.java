/**
 * One market's book: {@link io.github.kalshi4j.simulator.matching.MatchingBook} keeps resting
 * orders by price and time and matches what comes in. It knows ticks and hundredths of a contract
 * only; who owns an order, and whether a match may happen, a {@link
 * io.github.kalshi4j.simulator.matching.MatchHandler} says.
 */
package io.github.kalshi4j.simulator.matching;
