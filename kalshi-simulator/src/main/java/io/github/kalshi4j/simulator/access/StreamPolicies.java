package io.github.kalshi4j.simulator.access;

import java.time.Duration;

/**
 * What the stream does where the exchange's documents leave a choice. {@link #DEFAULT} is what is
 * published, or what we think the real one does.
 *
 * @param connectionsPerMember how many connections a member may have; a further one is answered 429
 * @param marketsPerConnection how many markets the subscriptions of a connection may name together,
 *     a market once for each; beyond that, error 26 and no change
 * @param commandsPerSecond how many commands a connection may send in a second of the machine's
 *     clock; beyond that, error 27
 * @param subscriptionBuffer how many characters of frames of one subscription may wait for the
 *     reader, not counting what commands asked for; beyond that, error 25. While more than this
 *     waits in all, the connection's commands are not read
 * @param largestCommand the most bytes of a command; the connection ends with 1009 beyond that
 * @param pingEvery how long there is between two pings, by the machine's clock
 * @param missedPongs how many pings may stay unanswered before the connection is dropped
 * @param scoped whether a key needs the scope {@code read} for what is told of its member alone;
 *     without it, error 9 on those channels, and no sign of the own orders in a book
 * @param outlivesKey whether a connection goes on whose key was deleted; else it ends with 1008
 */
public record StreamPolicies(
    int connectionsPerMember,
    int marketsPerConnection,
    int commandsPerSecond,
    long subscriptionBuffer,
    int largestCommand,
    Duration pingEvery,
    int missedPongs,
    boolean scoped,
    boolean outlivesKey) {
  /** What is published, or what we think the real exchange does. */
  public static final StreamPolicies DEFAULT =
      new StreamPolicies(
          200, 500_000, 10_000, 16 << 20, 16 << 20, Duration.ofSeconds(10), 3, true, true);

  public StreamPolicies {
    if (connectionsPerMember < 1
        || marketsPerConnection < 1
        || commandsPerSecond < 1
        || subscriptionBuffer < 1
        || largestCommand < 1
        || missedPongs < 1) {
      throw new IllegalArgumentException("limits of a stream must be positive");
    }
    if (!pingEvery.isPositive()) {
      throw new IllegalArgumentException("a ping every " + pingEvery);
    }
  }

  /** Returns a copy with other limits of what a connection may ask for. */
  public StreamPolicies withLimits(int connections, int markets, int commands) {
    return new StreamPolicies(
        connections,
        markets,
        commands,
        subscriptionBuffer,
        largestCommand,
        pingEvery,
        missedPongs,
        scoped,
        outlivesKey);
  }

  /** Returns a copy with buffers of another size. */
  public StreamPolicies withSubscriptionBuffer(long value) {
    return new StreamPolicies(
        connectionsPerMember,
        marketsPerConnection,
        commandsPerSecond,
        value,
        largestCommand,
        pingEvery,
        missedPongs,
        scoped,
        outlivesKey);
  }

  /** Returns a copy in which a command may have so many bytes. */
  public StreamPolicies withLargestCommand(int value) {
    return new StreamPolicies(
        connectionsPerMember,
        marketsPerConnection,
        commandsPerSecond,
        subscriptionBuffer,
        value,
        pingEvery,
        missedPongs,
        scoped,
        outlivesKey);
  }

  /** Returns a copy with other pings. */
  public StreamPolicies withPings(Duration every, int missed) {
    return new StreamPolicies(
        connectionsPerMember,
        marketsPerConnection,
        commandsPerSecond,
        subscriptionBuffer,
        largestCommand,
        every,
        missed,
        scoped,
        outlivesKey);
  }

  /** Returns a copy that looks at the scopes of keys, or does not. */
  public StreamPolicies withScoped(boolean value) {
    return new StreamPolicies(
        connectionsPerMember,
        marketsPerConnection,
        commandsPerSecond,
        subscriptionBuffer,
        largestCommand,
        pingEvery,
        missedPongs,
        value,
        outlivesKey);
  }

  /** Returns a copy whose connections go on without their key, or end with it. */
  public StreamPolicies withOutlivesKey(boolean value) {
    return new StreamPolicies(
        connectionsPerMember,
        marketsPerConnection,
        commandsPerSecond,
        subscriptionBuffer,
        largestCommand,
        pingEvery,
        missedPongs,
        scoped,
        value);
  }
}
