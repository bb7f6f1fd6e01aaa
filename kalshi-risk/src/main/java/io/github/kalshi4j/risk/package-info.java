/**
 * The rules between intents and orders. A {@link io.github.kalshi4j.risk.RiskPlan} is all of them
 * for one strategy; its {@link io.github.kalshi4j.risk.RiskPipeline} answers each entry with an
 * {@link io.github.kalshi4j.risk.Assessment}.
 */
package io.github.kalshi4j.risk;
