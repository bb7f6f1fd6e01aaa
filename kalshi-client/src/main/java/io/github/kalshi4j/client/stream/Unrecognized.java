package io.github.kalshi4j.client.stream;

/**
 * A message this version does not know, kept so that the caller can log it.
 *
 * @param sequence its place in the subscription, which it uses up; 0 if it has none
 */
public record Unrecognized(String type, int subscription, long sequence, String json)
    implements StreamEvent {}
