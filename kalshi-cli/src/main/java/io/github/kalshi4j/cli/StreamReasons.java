package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.stream.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says in words where a stream's connection stands. */
final class StreamReasons {
  private static final Pattern CLASS = Pattern.compile("\\w+(Exception|Error): ");

  private StreamReasons() {}

  /** Returns why a connection was lost, or could not be made. */
  static String words(StreamState.Disconnected lost) {
    String reason = Failures.oneLine(lost.reason());
    if (reason.startsWith("ConnectException")) {
      return "refused: nothing listens there";
    }
    if (reason.startsWith("UnresolvedAddressException")) {
      return "no such host";
    }
    if (reason.contains("TimeoutException")) {
      return "timed out";
    }
    return CLASS.matcher(reason).replaceFirst("");
  }

  /** Returns where it stands, with how long it is to the next attempt. */
  static String describe(StreamState state, Instant now) {
    return switch (state) {
      case StreamState.Idle idle -> "not connected yet";
      case StreamState.Connecting connecting when connecting.attempt() > 1 ->
          "connecting, attempt " + connecting.attempt();
      case StreamState.Connecting connecting -> "connecting";
      case StreamState.Connected connected when connected.connection() > 1 ->
          "connected again (connection " + connected.connection() + ")";
      case StreamState.Connected connected -> "connected";
      case StreamState.Disconnected lost ->
          "no connection: " + words(lost) + "; " + again(lost.at(), lost.retryIn(), now);
      case StreamState.Refused refused ->
          "refused with " + refused.status() + "; " + again(refused.at(), refused.retryIn(), now);
      case StreamState.Closed closed -> "closed";
    };
  }

  private static String again(Instant at, Duration pause, Instant now) {
    Duration left = Duration.between(now, at.plus(pause));
    return left.isNegative() || left.isZero()
        ? "connecting again now"
        : String.format(Locale.ROOT, "connecting again in %.1f s", left.toMillis() / 1000.0);
  }
}
