/**
 * A client of the Kalshi exchange; the first package to read. {@link
 * io.github.kalshi4j.client.KalshiClient} is the way in, {@link
 * io.github.kalshi4j.client.ClientConfig} says where to and how.
 */
package io.github.kalshi4j.client;
