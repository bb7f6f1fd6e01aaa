/**
 * What can go wrong between us and the exchange, named by what the caller can do next. The root is
 * {@link io.github.kalshi4j.client.error.KalshiException}.
 */
package io.github.kalshi4j.client.error;
