/**
 * A kit to test strategies with, free of any test framework. {@link
 * io.github.kalshi4j.strategy.testing.StrategyTester} plays the engine: a test feeds it books,
 * candles and fills, and looks at the intents that come back. {@link
 * io.github.kalshi4j.strategy.testing.SampleMarkets} generates whole markets, random but valid, in
 * the exchange's wire form.
 */
package io.github.kalshi4j.strategy.testing;
