/**
 * Who we are to the exchange: {@link io.github.kalshi4j.client.auth.Credentials} hold a key from a
 * file, a string or the environment; a {@link io.github.kalshi4j.client.auth.RequestSigner} proves
 * it with each request.
 */
package io.github.kalshi4j.client.auth;
