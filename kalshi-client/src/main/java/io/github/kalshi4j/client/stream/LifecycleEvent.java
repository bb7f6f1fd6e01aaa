package io.github.kalshi4j.client.stream;

/** A step in the life of a market or an event. */
public sealed interface LifecycleEvent extends StreamEvent
    permits MarketLifecycle, EventLifecycle, EventFeeUpdate {}
