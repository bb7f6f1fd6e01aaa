/**
 * When a position is left. {@link io.github.kalshi4j.risk.exit.PositionExits} lives beside each
 * position and evaluates its {@link io.github.kalshi4j.risk.exit.ExitRule}s, {@link
 * io.github.kalshi4j.risk.exit.StopLoss} and {@link io.github.kalshi4j.risk.exit.TrailingStop}; a
 * strategy asks {@link io.github.kalshi4j.risk.exit.Reversal} about its own signals.
 */
package io.github.kalshi4j.risk.exit;
