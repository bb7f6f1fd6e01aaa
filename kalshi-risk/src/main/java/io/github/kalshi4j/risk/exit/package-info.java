/**
 * When a position is left: {@link io.github.kalshi4j.risk.exit.ExitRule} and its kinds, evaluated by
 * {@link io.github.kalshi4j.risk.exit.PositionExits} beside each position.
 */
package io.github.kalshi4j.risk.exit;
