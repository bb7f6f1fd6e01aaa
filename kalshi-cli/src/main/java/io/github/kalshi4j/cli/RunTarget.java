package io.github.kalshi4j.cli;

import io.github.kalshi4j.cli.ExchangeAddress.Environment;
import io.github.kalshi4j.client.ClientConfig;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a strategy is run, and whether that is allowed. The environment does not choose it: what
 * may cost money has to be typed.
 */
enum RunTarget {
  /** An exchange on this machine. */
  SIMULATOR,
  /** The demo exchange, with mock money. */
  DEMO,
  /** The real exchange, with real money. */
  LIVE;

  /** The variable without which nothing is run at the real exchange. */
  static final String PERMISSION = "KALSHI4J_LIVE";

  /**
   * Returns where that is.
   *
   * @param baseUrl what was typed; null for where the exchange has it
   * @param streamUrl what was typed; null for where the exchange has it
   * @param live whether {@code --live} was typed
   * @throws UsageException if it is nowhere, or must not be run there
   */
  ExchangeAddress address(
      @Nullable URI baseUrl, @Nullable URI streamUrl, boolean live, Map<String, String> variables) {
    if (live && this != LIVE) {
      throw new UsageException(
          "--live goes with --on live only; this is " + word() + ", and nothing was sent");
    }
    return switch (this) {
      case SIMULATOR -> {
        URI base =
            baseUrl == null
                ? ExchangeAddress.simulator(variables)
                    .orElseThrow(() -> new UsageException("--on simulator needs --base-url"))
                : baseUrl;
        ExchangeAddress address = ExchangeAddress.of(base, streamUrl, Map.of());
        for (URI url : List.of(address.baseUrl(), address.streamUrl())) {
          if (!ExchangeAddress.isThisMachine(url)) {
            throw new UsageException(
                "--on simulator is for an exchange on this machine, and "
                    + url
                    + " is not; say --on demo or --on live");
          }
        }
        yield new ExchangeAddress(Environment.SIMULATOR, address.baseUrl(), address.streamUrl());
      }
      case DEMO -> {
        ExchangeAddress address =
            ExchangeAddress.of(
                baseUrl == null ? ClientConfig.demo().baseUrl() : baseUrl, streamUrl, Map.of());
        if (address.environment() != Environment.DEMO
            && !ExchangeAddress.isThisMachine(address.baseUrl())) {
          throw new UsageException(
              "--on demo is for the demo exchange, and "
                  + address.baseUrl()
                  + " is another, where orders may cost money; nothing was sent");
        }
        yield new ExchangeAddress(Environment.DEMO, address.baseUrl(), address.streamUrl());
      }
      case LIVE -> {
        if (!live) {
          throw new UsageException(
              "--on live trades real money; it needs --live and " + PERMISSION + "=yes as well");
        }
        if (!"yes".equals(variables.getOrDefault(PERMISSION, ""))) {
          throw new UsageException(
              "--on live trades real money; it needs "
                  + PERMISSION
                  + "=yes in the environment as well");
        }
        ExchangeAddress address =
            ExchangeAddress.of(
                baseUrl == null ? ClientConfig.production().baseUrl() : baseUrl,
                streamUrl,
                Map.of());
        yield new ExchangeAddress(Environment.LIVE, address.baseUrl(), address.streamUrl());
      }
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
