/**
 * What stops trading altogether: {@link io.github.kalshi4j.risk.breaker.CircuitBreaker}, put
 * together from a {@link io.github.kalshi4j.risk.breaker.Trigger}, an {@link
 * io.github.kalshi4j.risk.breaker.Action} and a {@link io.github.kalshi4j.risk.breaker.Reset}.
 */
package io.github.kalshi4j.risk.breaker;
