package io.github.kalshi4j.client.internal.http;

import io.github.kalshi4j.client.auth.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request over the JDK's client and waits for its whole answer. Redirects are not
 * followed, since a signature belongs to one path. The time limit covers the body, which that of
 * the JDK does not.
 *
 * <p>The JDK sends a GET again by itself, and only a GET, where the connection it took turns out to
 * be closed before any of the answer came; a library cannot turn that off.
 */
final class Wire implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /** The most that an answer may be, unpacked: far above any page. */
  private static final int MAX_BODY = 256 * 1024 * 1024;

  private final HttpSettings settings;
  private final HttpClient client;

  Wire(HttpSettings settings) {
    this.settings = settings;
    client = settings.client() != null ? settings.client() : open(settings);
  }

  HttpClient client() {
    return client;
  }

  private static HttpClient open(HttpSettings settings) {
    // In clear text, HTTP/2 would be asked for by an upgrade that not every local server expects.
    boolean secure = "https".equals(settings.baseUrl().getScheme());
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    if (settings.proxy() != null) {
      builder.proxy(settings.proxy());
    }
    if (settings.sslContext() != null) {
      builder.sslContext(settings.sslContext());
    }
    return builder.build();
  }

  /**
   * Sends a request.
   *
   * @throws NoAnswerException if no whole answer came; the thread's interrupt is kept
   */
  Answer send(
      String method, URI uri, byte @Nullable [] body, List<Header> signature, Duration timeout)
      throws NoAnswerException {
    HttpRequest request = request(method, uri, body, signature);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(response.statusCode(), response.headers(), unpack(response));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswerException("interrupted while waiting for the answer", true, true, e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NoAnswerException("no answer within " + timeout, true, false, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoAnswerException(describe(cause), !isNeverConnected(cause), false, cause);
    } catch (IOException e) {
      throw new NoAnswerException(
          "the answer cannot be unpacked: " + e.getMessage(), true, false, e);
    }
  }

  private HttpRequest request(
      String method, URI uri, byte @Nullable [] body, List<Header> signature) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    request.setHeader("User-Agent", settings.userAgent());
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "gzip");
    if (settings.acceptLanguage() != null) {
      request.setHeader("Accept-Language", settings.acceptLanguage());
    }
    for (Header header : signature) {
      request.setHeader(header.name(), header.value());
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.setHeader("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    }
    return request.build();
  }

  private static byte[] unpack(HttpResponse<byte[]> response) throws IOException {
    byte[] body = response.body();
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
    if (encoding.equalsIgnoreCase("identity") || body.length == 0) {
      return body;
    }
    if (!encoding.toLowerCase(Locale.ROOT).equals("gzip")) {
      throw new IOException("unknown content encoding " + encoding);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] unpacked = in.readNBytes(MAX_BODY);
      if (in.read() >= 0) {
        throw new IOException("more than " + MAX_BODY + " bytes");
      }
      return unpacked;
    }
  }

  private static boolean isNeverConnected(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof HttpConnectTimeoutException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof SSLHandshakeException) {
        return true;
      }
    }
    return false;
  }

  private String describe(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "no such host " + settings.baseUrl().getHost();
      }
      if (cause instanceof HttpConnectTimeoutException) {
        return "no connection to "
            + settings.baseUrl().getAuthority()
            + " within "
            + settings.connectTimeout();
      }
    }
    if (problem instanceof ConnectException) {
      return "no connection to "
          + settings.baseUrl().getAuthority()
          + (problem.getMessage() == null ? "" : ": " + problem.getMessage());
    }
    return problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
  }

  /** Breaks off what is under way and ends the client's threads, within two seconds. */
  @Override
  public void close() {
    if (client == settings.client()) {
      return;
    }
    client.shutdownNow();
    try {
      client.awaitTermination(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
