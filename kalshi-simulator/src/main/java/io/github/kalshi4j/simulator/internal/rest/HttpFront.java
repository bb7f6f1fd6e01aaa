package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The HTTP side: reads requests, lets them be authenticated and answered, writes the answers. */
public final class HttpFront implements AutoCloseable {
  public static final String ROOT = "/trade-api/v2";
  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
  private static final int LARGEST_BODY = 1 << 20;

  private final TimeSource time;
  private final Authenticator authenticator;
  private final Routes routes;
  private final Server server;
  private final ServerConnector connector;

  /**
   * Creates a side that does not listen yet.
   *
   * @param upgrades makes what stands before it and takes the requests that are not for it
   */
  public HttpFront(
      int port,
      TimeSource time,
      Authenticator authenticator,
      Routes routes,
      Function<Server, Handler.Singleton> upgrades) {
    this.time = time;
    this.authenticator = authenticator;
    this.routes = routes;
    VirtualThreadPool threads = new VirtualThreadPool();
    threads.setName("simulated-exchange");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false); // ours tells the exchange's time
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    Handler.Singleton first = upgrades.apply(server);
    first.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            write(answer(request), time.now(), response, callback);
            return true;
          }
        });
    server.setHandler(first);
    server.setErrorHandler((request, response, callback) -> {
      int status = response.getStatus() < 400 ? 500 : response.getStatus();
      if (status >= 500) {
        LOG.log(
            System.Logger.Level.ERROR,
            "a request of the simulated exchange failed",
            request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable cause
                ? cause
                : null);
      }
      String code = status < 500 ? "bad_request" : "internal_server_error";
      write(ApiException.of(status, code, "").answer(), time.now(), response, callback);
      return true;
    });
  }

  public void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException("the simulated exchange cannot listen", e);
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "the simulated exchange did not stop cleanly", e);
    }
  }

  private ApiAnswer answer(Request request) {
    try {
      String method = request.getMethod();
      String path = request.getHttpURI().getPath();
      UserId user =
          authenticator.authenticate(
              method,
              path,
              request.getHeaders().get("KALSHI-ACCESS-KEY"),
              request.getHeaders().get("KALSHI-ACCESS-TIMESTAMP"),
              request.getHeaders().get("KALSHI-ACCESS-SIGNATURE"));
      if (!path.startsWith(ROOT + '/')) {
        throw ApiException.notFound(path);
      }
      return routes.answer(
          method, path.substring(ROOT.length()), query(request), body(request), user);
    } catch (ApiException e) {
      return e.answer();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a request of the simulated exchange failed", e);
      return ApiException.of(500, "internal_server_error", "").answer();
    }
  }

  private static Map<String, List<String>> query(Request request) {
    Map<String, List<String>> query = new HashMap<>();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        query.put(field.getName(), List.copyOf(field.getValues()));
      }
    } catch (RuntimeException e) {
      throw ApiException.parameter("the query cannot be read");
    }
    return query;
  }

  private static byte[] body(Request request) {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        throw ApiException.of(413, "bad_request", "the body is too large");
      }
      return body;
    } catch (IOException e) {
      throw ApiException.unreadable("bad_request", "the body cannot be read");
    }
  }

  /** Writes an answer, with the exchange's time. */
  public static void write(ApiAnswer answer, Instant time, Response response, Callback callback) {
    response.setStatus(answer.status());
    response
        .getHeaders()
        .put(
            HttpHeader.DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    if (answer.body() == null) {
      callback.succeeded();
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(Json.bytes(answer.body())), callback);
  }
}
