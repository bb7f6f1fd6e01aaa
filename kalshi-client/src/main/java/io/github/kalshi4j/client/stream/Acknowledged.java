package io.github.kalshi4j.client.stream;

/**
 * A command on a subscription was carried out; the exchange's {@code ok}.
 *
 * @param command the id of the command it answers, 0 if it had none
 * @param subscription 0 where the answer belongs to none
 * @param sequence its place in the subscription, which it uses up; 0 if it has none
 */
public record Acknowledged(long command, int subscription, long sequence) implements StreamEvent {}
