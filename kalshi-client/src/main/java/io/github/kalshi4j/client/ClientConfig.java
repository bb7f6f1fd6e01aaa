package io.github.kalshi4j.client;

import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the exchange is and how to speak with it. Immutable; {@code with…} returns copies.
 *
 * @param baseUrl the root of the REST API, {@code …/trade-api/v2}, without a slash at its end
 * @param connectTimeout how long a connection may take to be made
 * @param requestTimeout how long an attempt may take, from sending it to its whole answer
 * @param budgetPatience how long a request may wait for the rate budget
 * @param attempts how often at most a request is sent, where it may be sent again; at least 1
 * @param rateLimits the rate limits to keep; null to read the account's own, and keep those of the
 *     lowest tier until they are known
 * @param readySignatures how many signatures to keep ready for each way of placing or canceling
 *     orders, 0 to 256, so that doing so does no cryptography; 0 signs each when it is sent
 * @param transport language, proxy, TLS
 * @param observer sees every request
 * @param time the clock
 */
public record ClientConfig(
    URI baseUrl,
    Duration connectTimeout,
    Duration requestTimeout,
    Duration budgetPatience,
    int attempts,
    @Nullable RateLimits rateLimits,
    int readySignatures,
    TransportOptions transport,
    CallObserver observer,
    TimeSource time) {
  private static final int MOST_SIGNATURES = 256;

  public ClientConfig {
    String scheme = baseUrl.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || baseUrl.getHost() == null) {
      throw new IllegalArgumentException("base URL must be http or https with a host: " + baseUrl);
    }
    if (baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null
        || baseUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException("base URL must have no user, query or fragment");
    }
    if (baseUrl.toString().endsWith("/")) {
      baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }
    requirePositive("connect timeout", connectTimeout);
    requirePositive("request timeout", requestTimeout);
    if (budgetPatience.isNegative()) {
      throw new IllegalArgumentException("budget patience is negative: " + budgetPatience);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
    }
    if (readySignatures < 0 || readySignatures > MOST_SIGNATURES) {
      throw new IllegalArgumentException("ready signatures must be 0 to 256: " + readySignatures);
    }
  }

  /** Returns the configuration for an exchange at this address, such as a local simulator. */
  public static ClientConfig of(URI baseUrl) {
    return new ClientConfig(
        baseUrl,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        4,
        null,
        0,
        TransportOptions.DEFAULT,
        CallObserver.NONE,
        TimeSource.system());
  }

  /** Returns the configuration for the demo exchange, with mock money and keys of its own. */
  public static ClientConfig demo() {
    return of(URI.create("https://external-api.demo.kalshi.co/trade-api/v2"));
  }

  /** Returns the configuration for the real exchange, with real money. */
  public static ClientConfig production() {
    return of(URI.create("https://external-api.kalshi.com/trade-api/v2"));
  }

  public ClientConfig withBaseUrl(URI value) {
    return new ClientConfig(
        value,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        attempts,
        rateLimits,
        readySignatures,
        transport,
        observer,
        time);
  }

  public ClientConfig withConnectTimeout(Duration value) {
    return new ClientConfig(
        baseUrl,
        value,
        requestTimeout,
        budgetPatience,
        attempts,
        rateLimits,
        readySignatures,
        transport,
        observer,
        time);
  }

  public ClientConfig withRequestTimeout(Duration value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        value,
        budgetPatience,
        attempts,
        rateLimits,
        readySignatures,
        transport,
        observer,
        time);
  }

  public ClientConfig withBudgetPatience(Duration value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        value,
        attempts,
        rateLimits,
        readySignatures,
        transport,
        observer,
        time);
  }

  public ClientConfig withAttempts(int value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        value,
        rateLimits,
        readySignatures,
        transport,
        observer,
        time);
  }

  public ClientConfig withRateLimits(@Nullable RateLimits value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        attempts,
        value,
        readySignatures,
        transport,
        observer,
        time);
  }

  public ClientConfig withReadySignatures(int value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        attempts,
        rateLimits,
        value,
        transport,
        observer,
        time);
  }

  public ClientConfig withTransport(TransportOptions value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        attempts,
        rateLimits,
        readySignatures,
        value,
        observer,
        time);
  }

  public ClientConfig withObserver(CallObserver value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        attempts,
        rateLimits,
        readySignatures,
        transport,
        value,
        time);
  }

  public ClientConfig withTime(TimeSource value) {
    return new ClientConfig(
        baseUrl,
        connectTimeout,
        requestTimeout,
        budgetPatience,
        attempts,
        rateLimits,
        readySignatures,
        transport,
        observer,
        value);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }
}
