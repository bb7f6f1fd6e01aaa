package io.github.kalshi4j.client.stream;

/**
 * A subscription has ended.
 *
 * @param command the id of the command it answers, 0 if it had none
 * @param sequence the last number of the subscription; 0 if it has none
 */
public record Unsubscribed(long command, int subscription, long sequence) implements StreamEvent {}
