/**
 * The rules between intents and orders. A {@link io.github.kalshi4j.risk.RiskPipeline} of {@link
 * io.github.kalshi4j.risk.RiskRule}s answers each entry with an {@link
 * io.github.kalshi4j.risk.Assessment}, by what the {@link io.github.kalshi4j.risk.AccountView}
 * tells.
 */
package io.github.kalshi4j.risk;
