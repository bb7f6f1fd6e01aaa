package io.github.kalshi4j.client.stream;

/**
 * What happened on a subscription so far.
 *
 * @param delivered events or books handed to the handler
 * @param conflated events or books that a newer one replaced before they were handed on
 * @param waiting events that wait for the handler now
 * @param dropped events let go because the handler was slow; its handler was told
 * @param duplicates events that were handed on already, over REST or by the stream
 * @param backfilled events that came over REST
 * @param holes stretches of which events may have been missing
 * @param openHoles those of them that are not filled yet
 * @param handlerFailures calls of the handler that threw
 */
public record SubscriptionStatistics(
    long delivered,
    long conflated,
    long waiting,
    long dropped,
    long duplicates,
    long backfilled,
    long holes,
    long openHoles,
    long handlerFailures) {}
