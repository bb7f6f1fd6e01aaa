/**
 * The rules between intents and orders. A {@link io.github.kalshi4j.risk.RiskPlan} is all of them
 * for one strategy; its {@link io.github.kalshi4j.risk.RiskPipeline} answers each entry with an
 * {@link io.github.kalshi4j.risk.Assessment}. The rules themselves are {@link
 * io.github.kalshi4j.risk.PositionPerMarket}, {@link io.github.kalshi4j.risk.OneSidePerMarket},
 * {@link io.github.kalshi4j.risk.TotalExposure}, {@link io.github.kalshi4j.risk.AvailableCash},
 * {@link io.github.kalshi4j.risk.Cooldown}, {@link io.github.kalshi4j.risk.OneEntryInFlight} and
 * {@link io.github.kalshi4j.risk.NoEntryWhileExiting}; a circuit breaker is one too.
 */
package io.github.kalshi4j.risk;
