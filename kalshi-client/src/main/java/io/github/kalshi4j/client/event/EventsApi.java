package io.github.kalshi4j.client.event;

/** Events and their metadata, candles and fee changes. */
public interface EventsApi {}
