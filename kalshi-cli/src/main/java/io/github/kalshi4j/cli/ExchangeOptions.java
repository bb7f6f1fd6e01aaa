package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.RateLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What all commands that speak to an exchange have in common: where it is, who we are, and JSON.
 */
final class ExchangeOptions {
  static final String WHERE =
      "Without --base-url, KALSHI_ENV is the exchange: demo (default) or live.";
  static final String WHO_FOLLOWS =
      "--follow needs KALSHI_API_KEY_ID, and KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY.";
  static final String WHO =
      "Needs KALSHI_API_KEY_ID, and KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY.";

  /** What to do where credentials are missing. */
  static final String SET =
      "set "
          + Credentials.KEY_ID_VARIABLE
          + ", and "
          + Credentials.KEY_PATH_VARIABLE
          + " or "
          + Credentials.KEY_VARIABLE;

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 3;

  private final Console console;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      converter = Converters.BaseUrl.class,
      description = "The root of the exchange's REST API, .../trade-api/v2.")
  private @Nullable URI baseUrl;

  @Option(
      names = "--stream-url",
      paramLabel = "URL",
      converter = Converters.StreamUrl.class,
      description = "The exchange's WebSocket; found by the base URL unless given.")
  private @Nullable URI streamUrl;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "10s",
      converter = Converters.Timeout.class,
      description = "How long an answer may take (default: 10s).")
  private Duration timeout = LONGEST_CONNECT;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  ExchangeOptions(Console console) {
    this.console = console;
  }

  /** Returns the address of the stream that was typed; null if none was. */
  @Nullable URI streamUrl() {
    return streamUrl;
  }

  /** Returns whether JSON is to be printed instead of text. */
  boolean json() {
    return json;
  }

  /** Returns the URL that was typed; null if none was. */
  @Nullable URI baseUrl() {
    return baseUrl;
  }

  /**
   * Returns which exchange is meant.
   *
   * @throws UsageException if none is, or two are
   */
  ExchangeAddress address() {
    return ExchangeAddress.of(baseUrl, streamUrl, console.environment());
  }

  /**
   * Returns how to speak with it. A command asks for a page or two, so it keeps the limits of the
   * lowest tier rather than asking for the account's own.
   */
  ClientConfig config() {
    return config(address()).withRateLimits(RateLimits.BASIC);
  }

  private ClientConfig config(ExchangeAddress address) {
    return ClientConfig.of(address.baseUrl())
        .withStream(StreamOptions.DEFAULT.withUrl(address.streamUrl()).withCommandTimeout(timeout))
        .withRequestTimeout(timeout)
        .withConnectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
        .withAttempts(ATTEMPTS)
        .withTime(console.time());
  }

  /** Opens a client for what anybody may ask. */
  KalshiClient open() {
    return KalshiClient.connect(config());
  }

  /** Opens a client with credentials, if there are any. */
  KalshiClient open(Optional<Credentials> credentials) {
    return credentials.map(c -> KalshiClient.connect(config(), c)).orElseGet(this::open);
  }

  /**
   * Opens a client for trading, with the account's own rate limits.
   *
   * @param signed whether it cannot be done without credentials
   * @throws UsageException if there are none although it cannot, or none that can be used
   */
  KalshiClient openTrading(ExchangeAddress address, boolean signed) {
    Optional<Credentials> own = credentials();
    if (own.isEmpty() && signed) {
      throw new UsageException("no credentials: " + SET);
    }
    return own.map(found -> openTrading(address, found))
        .orElseGet(() -> KalshiClient.connect(config(address)));
  }

  /** Opens a client for trading with these credentials. */
  KalshiClient openTrading(ExchangeAddress address, Credentials credentials) {
    return KalshiClient.connect(config(address), credentials);
  }

  /**
   * Opens a client with the credentials of the environment.
   *
   * @throws UsageException if it has none, or none that can be used
   */
  KalshiClient openSigned() {
    return KalshiClient.connect(
        config(), credentials().orElseThrow(() -> new UsageException("no credentials: " + SET)));
  }

  /**
   * Returns the credentials of the environment; empty if it has none.
   *
   * @throws UsageException if they cannot be used
   */
  Optional<Credentials> credentials() {
    try {
      return Credentials.fromEnvironment(console.environment());
    } catch (IllegalArgumentException e) {
      throw new UsageException(Failures.oneLine(e.getMessage()), e);
    }
  }
}
