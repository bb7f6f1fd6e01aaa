/**
 * The archive of what has left the live window: {@link
 * io.github.kalshi4j.client.historical.HistoricalApi}.
 */
package io.github.kalshi4j.client.historical;
