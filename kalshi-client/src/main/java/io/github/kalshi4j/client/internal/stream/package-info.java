/**
 * The stream's connection: {@code LiveStream} is what users see, {@code Link} keeps the connection,
 * {@code Exchange} speaks with the exchange over it, a {@code WireChannel} for each channel, and a
 * {@code Dispatcher} for each subscription calls its handler.
 */
package io.github.kalshi4j.client.internal.stream;
