package io.github.kalshi4j.client.stream;

/**
 * A subscription has begun; its sequence starts at 1.
 *
 * @param command the id of the command it answers, 0 if it had none
 */
public record Subscribed(long command, String channel, int subscription) implements StreamEvent {}
