/**
 * What the whole client shares; the first package to read. {@link
 * io.github.kalshi4j.client.TimeSource} is the one door to the clock.
 */
package io.github.kalshi4j.client;
