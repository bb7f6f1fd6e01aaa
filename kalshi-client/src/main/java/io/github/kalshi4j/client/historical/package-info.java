/**
 * The archive of what has left the live window, alone and together with it: {@link
 * io.github.kalshi4j.client.historical.HistoricalApi}.
 */
package io.github.kalshi4j.client.historical;
