package io.github.kalshi4j.client;

import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
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
 * @param stream the stream's address and connection
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
    StreamOptions stream,
    CallObserver observer,
    TimeSource time) {
  /** The environment variable that names the exchange. */
  public static final String ENVIRONMENT_VARIABLE = "KALSHI_ENV";

  private static final int MOST_SIGNATURES = 256;

  public ClientConfig {
    if (baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null
        || baseUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException("base URL must have no user, query or fragment");
    }
    String scheme = baseUrl.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || baseUrl.getHost() == null) {
      throw new IllegalArgumentException("base URL must be http or https with a host: " + baseUrl);
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
        StreamOptions.DEFAULT,
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

  /**
   * Returns the configuration that the environment variable {@code KALSHI_ENV} names: {@code demo},
   * which is also meant without it, or {@code live}.
   *
   * @throws IllegalArgumentException if it names something else; {@code simulator} has no address
   *     of its own, and is reached by {@link #of(URI)}
   */
  public static ClientConfig fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /** Returns the configuration that these variables name, as {@link #fromEnvironment()} does. */
  public static ClientConfig fromEnvironment(Map<String, String> environment) {
    String word = environment.getOrDefault(ENVIRONMENT_VARIABLE, "").strip();
    return switch (word) {
      case "", "demo" -> demo();
      case "live" -> production();
      case "simulator" ->
          throw new IllegalArgumentException(
              ENVIRONMENT_VARIABLE
                  + " is simulator, which has no address of its own: a base URL is needed");
      default ->
          throw new IllegalArgumentException(
              ENVIRONMENT_VARIABLE + " is '" + word + "', not one of simulator, demo and live");
    };
  }

  public ClientConfig withBaseUrl(URI value) {
    return with(draft -> draft.baseUrl = value);
  }

  public ClientConfig withConnectTimeout(Duration value) {
    return with(draft -> draft.connectTimeout = value);
  }

  public ClientConfig withRequestTimeout(Duration value) {
    return with(draft -> draft.requestTimeout = value);
  }

  public ClientConfig withBudgetPatience(Duration value) {
    return with(draft -> draft.budgetPatience = value);
  }

  public ClientConfig withAttempts(int value) {
    return with(draft -> draft.attempts = value);
  }

  public ClientConfig withRateLimits(@Nullable RateLimits value) {
    return with(draft -> draft.rateLimits = value);
  }

  public ClientConfig withReadySignatures(int value) {
    return with(draft -> draft.readySignatures = value);
  }

  public ClientConfig withTransport(TransportOptions value) {
    return with(draft -> draft.transport = value);
  }

  public ClientConfig withStream(StreamOptions value) {
    return with(draft -> draft.stream = value);
  }

  /** Returns where the stream is. */
  public URI streamUrl() {
    return stream.urlFor(baseUrl);
  }

  public ClientConfig withObserver(CallObserver value) {
    return with(draft -> draft.observer = value);
  }

  public ClientConfig withTime(TimeSource value) {
    return with(draft -> draft.time = value);
  }

  private ClientConfig with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new ClientConfig(
        draft.baseUrl,
        draft.connectTimeout,
        draft.requestTimeout,
        draft.budgetPatience,
        draft.attempts,
        draft.rateLimits,
        draft.readySignatures,
        draft.transport,
        draft.stream,
        draft.observer,
        draft.time);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }

  /** The configuration while it is changed. */
  private static final class Draft {
    private URI baseUrl;
    private Duration connectTimeout;
    private Duration requestTimeout;
    private Duration budgetPatience;
    private int attempts;
    private @Nullable RateLimits rateLimits;
    private int readySignatures;
    private TransportOptions transport;
    private StreamOptions stream;
    private CallObserver observer;
    private TimeSource time;

    Draft(ClientConfig config) {
      baseUrl = config.baseUrl;
      connectTimeout = config.connectTimeout;
      requestTimeout = config.requestTimeout;
      budgetPatience = config.budgetPatience;
      attempts = config.attempts;
      rateLimits = config.rateLimits;
      readySignatures = config.readySignatures;
      transport = config.transport;
      stream = config.stream;
      observer = config.observer;
      time = config.time;
    }
  }
}
