/**
 * How much an entry asks for, before the limits: {@link io.github.kalshi4j.risk.sizing.Sizer}, of
 * which {@link io.github.kalshi4j.risk.sizing.FixedSize} is the plainest.
 */
package io.github.kalshi4j.risk.sizing;
