package io.github.kalshi4j.client.stream;

import java.util.List;

/**
 * The subscriptions of the connection, as the exchange lists them.
 *
 * @param command the id of the command it answers, 0 if it had none
 */
public record SubscriptionList(long command, List<Entry> entries) implements StreamEvent {
  public SubscriptionList {
    entries = List.copyOf(entries);
  }

  /**
   * One subscription.
   *
   * @param channel the exchange's name of its channel
   */
  public record Entry(String channel, int subscription) {}
}
