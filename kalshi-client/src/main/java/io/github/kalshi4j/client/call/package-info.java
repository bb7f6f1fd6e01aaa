/**
 * What all requests have in common: {@link io.github.kalshi4j.client.call.Page}s of lists and the
 * {@link io.github.kalshi4j.client.call.Query queries} that ask for them, the {@link
 * io.github.kalshi4j.client.call.RateLimits rate limits} and lanes that pace them, and the {@link
 * io.github.kalshi4j.client.call.CallObserver} that sees them go.
 */
package io.github.kalshi4j.client.call;
