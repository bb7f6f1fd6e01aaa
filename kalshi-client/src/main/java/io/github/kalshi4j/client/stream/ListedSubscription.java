package io.github.kalshi4j.client.stream;

/**
 * A channel that the connection has.
 *
 * @param channel its name on the wire
 * @param subscription the exchange's {@code sid}
 */
public record ListedSubscription(String channel, int subscription) {}
