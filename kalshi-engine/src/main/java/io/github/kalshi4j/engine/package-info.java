/**
 * What runs a strategy. {@link io.github.kalshi4j.engine.Engine} is the single-writer loop that
 * owns all trading state; {@link io.github.kalshi4j.engine.Backtest} drives it along recorded
 * tapes.
 */
package io.github.kalshi4j.engine;
