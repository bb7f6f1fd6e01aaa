/**
 * What runs a strategy: a single-writer loop owns all trading state, and {@link
 * io.github.kalshi4j.engine.Backtest} drives it along recorded tapes.
 */
package io.github.kalshi4j.engine;
