/** What stops trading altogether: {@link io.github.kalshi4j.risk.breaker.CircuitBreaker}. */
package io.github.kalshi4j.risk.breaker;
