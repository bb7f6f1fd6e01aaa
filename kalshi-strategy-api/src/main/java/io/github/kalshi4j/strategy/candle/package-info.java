/**
 * Candles closed by the clock: {@link io.github.kalshi4j.strategy.candle.CandleBuilder} makes
 * {@link io.github.kalshi4j.strategy.candle.Candle}s from mids or trades.
 */
package io.github.kalshi4j.strategy.candle;
