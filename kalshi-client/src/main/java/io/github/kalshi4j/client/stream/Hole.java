package io.github.kalshi4j.client.stream;

import java.time.Instant;

/**
 * A stretch of time of which a subscription may lack events.
 *
 * @param since by the exchange's clock, when the last event before it happened, or the subscription
 *     began
 */
public record Hole(Channel channel, Cause cause, Instant since) {
  /** Why events are missing. */
  public enum Cause {
    /** The connection was lost, and is there again. */
    RECONNECTED,
    /** The exchange ended the subscription, and it is there again. */
    RESUBSCRIBED,
    /** Numbers were missing in the sequence. */
    GAP,
    /** A message could not be read. */
    UNREADABLE,
    /** The handler was too slow for the request's capacity. */
    OVERFLOW,
    /** The request asked for a beginning in the past. */
    BEGINNING
  }
}
