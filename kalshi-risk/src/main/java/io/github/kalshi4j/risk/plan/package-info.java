/**
 * All of a strategy's risk in one place: a {@link io.github.kalshi4j.risk.plan.RiskPlan}, which a
 * strategy's provider brings by being {@link io.github.kalshi4j.risk.plan.RiskManaged}.
 */
package io.github.kalshi4j.risk.plan;
