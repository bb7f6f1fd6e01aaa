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
  static final String WHO =
      "Needs KALSHI_API_KEY_ID, and KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY.";

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
   * @throws UsageException if none is
   */
  ExchangeAddress address() {
    return ExchangeAddress.of(baseUrl, console.environment());
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
        .withRequestTimeout(timeout)
        .withConnectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
        .withAttempts(ATTEMPTS)
        .withTime(console.time());
  }

  /** Opens a client for what anybody may ask. */
  KalshiClient open() {
    return KalshiClient.connect(config());
  }

  /**
   * Opens a client for the stream, with the credentials of the environment if it has some: the
   * exchange wants them for every connection, one on this machine may not.
   *
   * @param url where the stream is; null for where the exchange has it
   * @throws UsageException if there are credentials that cannot be used
   */
  KalshiClient openStream(@Nullable URI url) {
    ClientConfig config = config().withStream(StreamOptions.DEFAULT.withUrl(url));
    return credentials()
        .map(own -> KalshiClient.connect(config, own))
        .orElseGet(() -> KalshiClient.connect(config));
  }

  /**
   * Opens a client for trading, with the account's own rate limits.
   *
   * @param url where the stream is; null for where the exchange has it
   * @param signed whether it cannot be done without credentials
   * @throws UsageException if there are none although it cannot, or none that can be used
   */
  KalshiClient openTrading(ExchangeAddress address, @Nullable URI url, boolean signed) {
    ClientConfig config = config(address).withStream(StreamOptions.DEFAULT.withUrl(url));
    Optional<Credentials> own = credentials();
    if (own.isEmpty() && signed) {
      throw noCredentials();
    }
    return own.map(found -> KalshiClient.connect(config, found))
        .orElseGet(() -> KalshiClient.connect(config));
  }

  private Optional<Credentials> credentials() {
    try {
      return Credentials.fromEnvironment(console.environment());
    } catch (IllegalArgumentException e) {
      throw new UsageException(Failures.oneLine(e.getMessage()), e);
    }
  }

  /**
   * Opens a client with the credentials of the environment.
   *
   * @throws UsageException if it has none, or none that can be used
   */
  KalshiClient openSigned() {
    return KalshiClient.connect(
        config(), credentials().orElseThrow(ExchangeOptions::noCredentials));
  }

  private static UsageException noCredentials() {
    return new UsageException(
        "no credentials: set "
            + Credentials.KEY_ID_VARIABLE
            + ", and "
            + Credentials.KEY_PATH_VARIABLE
            + " or "
            + Credentials.KEY_VARIABLE);
  }
}
