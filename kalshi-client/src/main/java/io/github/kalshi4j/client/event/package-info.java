/**
 * Events and their metadata, candles and fee changes: {@link
 * io.github.kalshi4j.client.event.EventsApi}.
 */
package io.github.kalshi4j.client.event;
