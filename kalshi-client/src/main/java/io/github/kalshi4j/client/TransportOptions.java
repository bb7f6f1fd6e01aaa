package io.github.kalshi4j.client;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How requests travel.
 *
 * @param acceptLanguage the language of market texts, such as {@code es}; null for English
 * @param userAgent what the client calls itself
 * @param proxy null for none
 * @param sslContext null for that of the JDK
 * @param client a client of the caller's own, which is not closed; then the proxy, the TLS context
 *     and the connect timeout are its own. It must not follow redirects
 */
public record TransportOptions(
    @Nullable String acceptLanguage,
    String userAgent,
    @Nullable ProxySelector proxy,
    @Nullable SSLContext sslContext,
    @Nullable HttpClient client) {
  public static final TransportOptions DEFAULT =
      new TransportOptions(null, "kalshi4j", null, null, null);

  public TransportOptions {
    if (client != null && client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "the HTTP client follows redirects ("
              + client.followRedirects()
              + "), which would send"
              + " signatures elsewhere");
    }
    if (client != null && (proxy != null || sslContext != null)) {
      throw new IllegalArgumentException(
          "a proxy or TLS context is set on the HTTP client itself, where one is given");
    }
  }

  public TransportOptions withAcceptLanguage(String value) {
    return new TransportOptions(value, userAgent, proxy, sslContext, client);
  }

  public TransportOptions withUserAgent(String value) {
    return new TransportOptions(acceptLanguage, value, proxy, sslContext, client);
  }

  public TransportOptions withProxy(ProxySelector value) {
    return new TransportOptions(acceptLanguage, userAgent, value, sslContext, client);
  }

  public TransportOptions withSslContext(SSLContext value) {
    return new TransportOptions(acceptLanguage, userAgent, proxy, value, client);
  }

  public TransportOptions withClient(HttpClient value) {
    return new TransportOptions(acceptLanguage, userAgent, proxy, sslContext, value);
  }
}
