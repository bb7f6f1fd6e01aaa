package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.ClientConfig;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.node.ObjectNode;

/** Which exchange is spoken to, and where it is. Every command that speaks to one says so. */
record ExchangeAddress(Environment environment, URI baseUrl, URI streamUrl) {
  /** The variable that names the environment. */
  static final String VARIABLE = "KALSHI_ENV";

  /** The variable that says where the simulator is that {@code KALSHI_ENV=simulator} means. */
  static final String SIMULATOR_VARIABLE = "KALSHI_SIMULATOR_URL";

  /** The exchanges there are. */
  enum Environment {
    /** An exchange on this machine. */
    SIMULATOR,
    /** The demo exchange, with mock money. */
    DEMO,
    /** The real exchange, with real money. */
    LIVE,
    /** Some other address, such as a gateway. */
    CUSTOM;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");
  private static final Set<String> LIVE_HOSTS =
      Set.of("external-api.kalshi.com", "external-api-ws.kalshi.com", "api.elections.kalshi.com");
  private static final Set<String> DEMO_HOSTS =
      Set.of("external-api.demo.kalshi.co", "external-api-ws.demo.kalshi.co", "demo-api.kalshi.co");

  /** Returns the address that is meant, with the stream where the exchange has it. */
  static ExchangeAddress of(@Nullable URI baseUrl, Map<String, String> variables) {
    return of(baseUrl, null, variables);
  }

  /**
   * Returns the address that is meant: a URL that was typed, else that of {@code KALSHI_ENV}, else
   * that of the demo exchange.
   *
   * @param streamUrl null for where the exchange has it
   * @throws UsageException if {@code KALSHI_ENV} is none of its words, or has no address, or if the
   *     stream is one exchange's and the rest another's
   */
  static ExchangeAddress of(
      @Nullable URI baseUrl, @Nullable URI streamUrl, Map<String, String> variables) {
    Environment named = named(variables.getOrDefault(VARIABLE, "").strip());
    URI base = baseUrl == null ? baseUrl(named, variables) : baseUrl;
    Environment environment = environment(base, named);
    if (streamUrl == null) {
      return new ExchangeAddress(environment, base, ClientConfig.of(base).streamUrl());
    }
    Environment streams = environment(streamUrl, named);
    if ((streams == Environment.LIVE || streams == Environment.DEMO)
        && environment != Environment.CUSTOM
        && environment != streams) {
      throw new UsageException(
          "--stream-url "
              + streamUrl
              + " is of the "
              + streams.word()
              + " exchange, and the base URL "
              + base
              + " of the "
              + environment.word()
              + " one");
    }
    return new ExchangeAddress(environment, base, streamUrl);
  }

  private static URI baseUrl(Environment named, Map<String, String> variables) {
    return switch (named) {
      case LIVE -> ClientConfig.production().baseUrl();
      case DEMO, CUSTOM -> ClientConfig.demo().baseUrl();
      case SIMULATOR ->
          simulator(variables)
              .orElseThrow(() ->
                  new UsageException(
                      VARIABLE
                          + "=simulator needs "
                          + SIMULATOR_VARIABLE
                          + " as well, as `kalshi simulate` prints it, or --base-url"));
    };
  }

  /**
   * Returns where the environment has a simulator; empty if it means another exchange, or none.
   *
   * @throws UsageException if that is no address on this machine
   */
  static Optional<URI> simulator(Map<String, String> variables) {
    String address = variables.getOrDefault(SIMULATOR_VARIABLE, "").strip();
    if (address.isEmpty()
        || named(variables.getOrDefault(VARIABLE, "").strip()) != Environment.SIMULATOR) {
      return Optional.empty();
    }
    URI url;
    try {
      url = new Converters.BaseUrl().convert(address);
    } catch (TypeConversionException e) {
      throw new UsageException(SIMULATOR_VARIABLE + ": " + e.getMessage());
    }
    if (!isThisMachine(url)) {
      throw new UsageException(
          SIMULATOR_VARIABLE + " is " + url + ", which is not on this machine");
    }
    return Optional.of(url);
  }

  private static Environment named(String word) {
    return switch (word) {
      case "" -> Environment.CUSTOM;
      case "simulator" -> Environment.SIMULATOR;
      case "demo" -> Environment.DEMO;
      case "live" -> Environment.LIVE;
      default ->
          throw new UsageException(
              VARIABLE + " is '" + word + "', which is none of simulator, demo and live");
    };
  }

  /** Returns what is known to be at a URL, whatever the variable says of it. */
  private static Environment environment(URI baseUrl, Environment named) {
    String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
    if (LIVE_HOSTS.contains(host)) {
      return Environment.LIVE;
    }
    if (DEMO_HOSTS.contains(host)) {
      return Environment.DEMO;
    }
    return named == Environment.SIMULATOR ? Environment.SIMULATOR : Environment.CUSTOM;
  }

  /** Returns whether requests travel over a network in clear text. */
  boolean isInTheClear() {
    return isInTheClear("http", baseUrl);
  }

  /** Returns whether the stream travels over a network in clear text. */
  boolean isStreamInTheClear() {
    return isInTheClear("ws", streamUrl);
  }

  private static boolean isInTheClear(String clear, URI url) {
    return clear.equals(url.getScheme()) && !isThisMachine(url);
  }

  static boolean isThisMachine(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || isLoopback(host) || host.equals("[::1]");
  }

  /** Returns whether an IPv4 address, as a number, is one that only this machine reaches. */
  static boolean isLoopback(String address) {
    return LOOPBACK.matcher(address).matches();
  }

  /** Returns an object that begins by saying where its content is from. */
  ObjectNode json() {
    ObjectNode object = Json.object();
    object.put("environment", environment.word());
    object.put("baseUrl", baseUrl.toString());
    return object;
  }

  @Override
  public String toString() {
    return environment.word() + ", " + baseUrl;
  }
}
