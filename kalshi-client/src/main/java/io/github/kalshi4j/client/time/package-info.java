/**
 * The one door to the clock, {@link io.github.kalshi4j.client.time.TimeSource}, through which
 * everything else asks the time and waits.
 */
package io.github.kalshi4j.client.time;
