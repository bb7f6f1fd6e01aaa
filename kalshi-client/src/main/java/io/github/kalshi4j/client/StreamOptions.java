package io.github.kalshi4j.client;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the stream's connection is kept.
 *
 * @param url where it is, {@code wss://…/trade-api/ws/v2}; null for where the exchange of the REST
 *     base URL has it
 * @param commandTimeout how long a call waits for the exchange to confirm it, connecting included
 * @param silence after how long without any frame, pings included, the connection is taken for
 *     lost; the exchange pings every 10 seconds. After a third of it we ping ourselves
 * @param firstPause how long at most to wait before the first attempt to connect again; each
 *     further pause may be twice as long. The actual pause is random, from half of it on
 * @param longestPause how long at most to wait between attempts
 * @param maxFrameBytes the longest frame that is taken; a longer one ends the connection
 */
public record StreamOptions(
    @Nullable URI url,
    Duration commandTimeout,
    Duration silence,
    Duration firstPause,
    Duration longestPause,
    int maxFrameBytes) {
  public static final StreamOptions DEFAULT =
      new StreamOptions(
          null,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          32 << 20);

  private static final String PATH = "/trade-api/ws/v2";

  public StreamOptions {
    if (url != null) {
      String scheme = url.getScheme();
      if (!("ws".equals(scheme) || "wss".equals(scheme)) || url.getHost() == null) {
        throw new IllegalArgumentException("stream URL must be ws or wss with a host: " + url);
      }
      if (url.getRawQuery() != null || url.getRawFragment() != null || url.getUserInfo() != null) {
        throw new IllegalArgumentException("stream URL must have no user, query or fragment");
      }
    }
    requirePositive("command timeout", commandTimeout);
    requirePositive("silence", silence);
    requirePositive("first pause", firstPause);
    if (longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "longest pause " + longestPause + " is shorter than the first, " + firstPause);
    }
    if (maxFrameBytes < 1024) {
      throw new IllegalArgumentException(
          "the longest frame must be at least 1024 bytes: " + maxFrameBytes);
    }
  }

  public StreamOptions withUrl(@Nullable URI value) {
    return new StreamOptions(
        value, commandTimeout, silence, firstPause, longestPause, maxFrameBytes);
  }

  public StreamOptions withCommandTimeout(Duration value) {
    return new StreamOptions(url, value, silence, firstPause, longestPause, maxFrameBytes);
  }

  public StreamOptions withSilence(Duration value) {
    return new StreamOptions(url, commandTimeout, value, firstPause, longestPause, maxFrameBytes);
  }

  public StreamOptions withPauses(Duration first, Duration longest) {
    return new StreamOptions(url, commandTimeout, silence, first, longest, maxFrameBytes);
  }

  public StreamOptions withMaxFrameBytes(int value) {
    return new StreamOptions(url, commandTimeout, silence, firstPause, longestPause, value);
  }

  /** Returns where the stream of an exchange is whose REST API is at a base URL. */
  URI urlFor(URI baseUrl) {
    if (url != null) {
      return url;
    }
    String authority =
        switch (baseUrl.getAuthority()) {
          case "external-api.kalshi.com" -> "external-api-ws.kalshi.com";
          case "external-api.demo.kalshi.co" -> "external-api-ws.demo.kalshi.co";
          default -> baseUrl.getAuthority();
        };
    String scheme = "https".equals(baseUrl.getScheme()) ? "wss" : "ws";
    return URI.create(scheme + "://" + authority + PATH);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }
}
