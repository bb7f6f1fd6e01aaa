package io.github.kalshi4j.client.stream;

import java.time.Duration;
import java.time.Instant;

/** Where a stream's connection stands. */
public sealed interface StreamState {
  /** Returns since when, by our clock. */
  Instant at();

  /** Nothing has been subscribed to yet. */
  record Idle(Instant at) implements StreamState {}

  /**
   * A connection is being made.
   *
   * @param attempt counted from 1 since the stream was last connected
   */
  record Connecting(Instant at, int attempt) implements StreamState {}

  /**
   * The connection stands; subscriptions are made, or made again.
   *
   * @param connection counted from 1
   */
  record Connected(Instant at, int connection) implements StreamState {}

  /**
   * The connection was lost, or could not be made. Books are stale.
   *
   * @param reason what happened, in words
   * @param retryIn when it is tried again
   */
  record Disconnected(Instant at, String reason, Duration retryIn) implements StreamState {}

  /**
   * The exchange refused the connection with an HTTP status. 401 means that the key, its signature
   * or our clock is wrong. It is tried again.
   */
  record Refused(Instant at, int status, Duration retryIn) implements StreamState {}

  /** The stream was closed. */
  record Closed(Instant at) implements StreamState {}
}
