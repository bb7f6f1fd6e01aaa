package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.call.QueryParameter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The way of requests to another exchange, and of its answers back. Safe for threads. */
final class Relay implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Set<String> OF_ONE_HOP =
      Set.of(
          "host",
          "connection",
          "upgrade",
          "http2-settings",
          "content-length",
          "transfer-encoding",
          "expect");

  private final URI behind;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable HttpClient client; // guarded by lock; its threads are there only if needed

  /**
   * Creates one.
   *
   * @param behind the base URL of the other exchange
   */
  Relay(URI behind) {
    this.behind = behind;
  }

  private HttpClient client() {
    lock.lock();
    try {
      if (client == null) {
        client = HttpClient.newHttpClient();
      }
      return client;
    } finally {
      lock.unlock();
    }
  }

  /** Hands a request on and returns the answer. */
  Reply handOn(ReceivedRequest request) {
    StringBuilder url = new StringBuilder(behind + request.path());
    char separator = '?';
    for (QueryParameter parameter : request.query()) {
      url.append(separator).append(URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8));
      url.append('=').append(URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8));
      separator = '&';
    }
    HttpRequest.Builder onwards = HttpRequest.newBuilder(URI.create(url.toString()));
    BodyPublisher body =
        request.body().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body());
    onwards.method(request.method(), body).timeout(LIMIT);
    request
        .headers()
        .forEach((name, value) -> {
          if (!OF_ONE_HOP.contains(name)) {
            onwards.header(name, value);
          }
        });
    try {
      HttpResponse<byte[]> answer = client().send(onwards.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
              headers.put(name, values.getFirst());
            }
          });
      return new Reply(answer.statusCode(), headers, answer.body(), Reply.Fault.NONE);
    } catch (IOException e) {
      return Reply.fault(Reply.Fault.RESET_AFTER_BODY); // as that one did
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (client != null) {
        client.shutdownNow();
      }
    } finally {
      lock.unlock();
    }
  }
}
