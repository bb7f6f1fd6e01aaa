package io.github.kalshi4j.client.historical;

/** The archive of what has left the live window. */
public interface HistoricalApi {}
