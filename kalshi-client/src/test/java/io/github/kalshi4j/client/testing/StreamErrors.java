package io.github.kalshi4j.client.testing;

import java.util.Map;

/** The texts of the stream's error codes, as the exchange sends them. */
final class StreamErrors {
  private static final Map<Integer, String> TEXTS =
      Map.ofEntries(
          Map.entry(1, "Unable to process message"),
          Map.entry(2, "Params required"),
          Map.entry(3, "Channels required"),
          Map.entry(4, "Subscription IDs required"),
          Map.entry(5, "Unknown command"),
          Map.entry(6, "Already subscribed"),
          Map.entry(7, "Unknown subscription ID"),
          Map.entry(8, "Unknown channel name"),
          Map.entry(9, "Authentication required"),
          Map.entry(10, "Channel error"),
          Map.entry(11, "Invalid parameter"),
          Map.entry(12, "Exactly one subscription ID is required"),
          Map.entry(13, "Unsupported action"),
          Map.entry(14, "Market Ticker required"),
          Map.entry(15, "Action required"),
          Map.entry(16, "Market not found"),
          Map.entry(17, "Internal error"),
          Map.entry(18, "Command timeout"),
          Map.entry(19, "shard_factor must be > 0"),
          Map.entry(20, "shard_factor is required when shard_key is set"),
          Map.entry(21, "shard_key must be >= 0 and < shard_factor"),
          Map.entry(22, "shard_factor must be <= 100"),
          Map.entry(23, "Match IDs required"),
          Map.entry(24, "Index IDs required"),
          Map.entry(25, "Subscription buffer overflow"),
          Map.entry(26, "Subscription market limit exceeded"),
          Map.entry(27, "Too many requests"),
          Map.entry(28, "Underlying tickers required"));

  private StreamErrors() {}

  static String text(int code) {
    return TEXTS.getOrDefault(code, "error " + code);
  }
}
