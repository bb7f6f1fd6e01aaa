package io.github.kalshi4j.client.internal.http;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the exchange.
 *
 * @param baseUrl without a slash at its end
 * @param client the caller's own, which is not closed; null to make one
 */
public record HttpSettings(
    URI baseUrl,
    Duration connectTimeout,
    String userAgent,
    @Nullable String acceptLanguage,
    @Nullable ProxySelector proxy,
    @Nullable SSLContext sslContext,
    @Nullable HttpClient client) {}
