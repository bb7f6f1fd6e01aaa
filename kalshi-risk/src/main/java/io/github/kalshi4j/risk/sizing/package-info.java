/** How much an entry asks for, before the limits: {@link io.github.kalshi4j.risk.sizing.Sizer}. */
package io.github.kalshi4j.risk.sizing;
