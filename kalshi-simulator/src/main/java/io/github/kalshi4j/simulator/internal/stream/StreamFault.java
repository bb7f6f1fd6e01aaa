package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.simulator.internal.rest.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The errors of the stream that this exchange sends, with their codes and texts.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
enum StreamFault {
  UNABLE_TO_PROCESS(1, "Unable to process message"),
  PARAMS_REQUIRED(2, "Params required"),
  CHANNELS_REQUIRED(3, "Channels required"),
  SUBSCRIPTIONS_REQUIRED(4, "Subscription IDs required"),
  UNKNOWN_COMMAND(5, "Unknown command"),
  UNKNOWN_SUBSCRIPTION(7, "Unknown subscription ID"),
  UNKNOWN_CHANNEL(8, "Unknown channel name"),
  AUTHENTICATION_REQUIRED(9, "Authentication required"),
  INVALID_PARAMETER(11, "Invalid parameter"),
  ONE_SUBSCRIPTION_REQUIRED(12, "Exactly one subscription ID is required"),
  UNSUPPORTED_ACTION(13, "Unsupported action"),
  MARKET_REQUIRED(14, "Market Ticker required"),
  ACTION_REQUIRED(15, "Action required"),
  SHARD_FACTOR_TOO_SMALL(19, "shard_factor must be > 0"),
  SHARD_FACTOR_REQUIRED(20, "shard_factor is required when shard_key is set"),
  SHARD_KEY_OUT_OF_RANGE(21, "shard_key must be >= 0 and < shard_factor"),
  SHARD_FACTOR_TOO_LARGE(22, "shard_factor must be <= 100"),
  INDICES_REQUIRED(24, "Index IDs required"),
  OVERFLOW(25, "Subscription buffer overflow"),
  TOO_MANY_MARKETS(26, "Subscription market limit exceeded"),
  TOO_MANY_REQUESTS(27, "Too many requests"),
  UNDERLYINGS_REQUIRED(28, "Underlying tickers required");

  /** Carries an error from where it is found to where it is answered. */
  static final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1;

    final StreamFault fault;

    private FaultException(StreamFault fault) {
      super(fault.text, null, false, false); // no stack trace: refusing is no exception
      this.fault = fault;
    }
  }

  private final String text;
  private final String body;

  StreamFault(int code, String text) {
    this.text = text;
    ObjectNode node = Json.object();
    node.put("code", code);
    node.put("msg", text);
    body = node.toString();
  }

  /** Returns the JSON text of {@code msg}. */
  String body() {
    return body;
  }

  FaultException exception() {
    return new FaultException(this);
  }
}
