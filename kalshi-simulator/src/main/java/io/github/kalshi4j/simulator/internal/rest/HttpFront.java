package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.fault.RequestEffect;
import io.github.kalshi4j.simulator.internal.fault.FaultDesk;
import io.github.kalshi4j.simulator.internal.fault.RequestFate;
import io.github.kalshi4j.simulator.internal.floor.Keys;
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
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
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
import org.jspecify.annotations.Nullable;

/** The HTTP side: reads requests, lets them be authenticated and answered, writes the answers. */
public final class HttpFront implements AutoCloseable {
  public static final String ROOT = "/trade-api/v2";
  public static final String ADMIN_ROOT = "/simulator/v1";
  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
  private static final int LARGEST_BODY = 1 << 20;

  private final Authenticator authenticator;
  private final Routes routes;
  private final FaultDesk faults;
  private final @Nullable Routes admin;
  private final Server server;
  private final ServerConnector connector;
  private AnswerObserver observer = AnswerObserver.NONE;

  /**
   * Creates a front that does not listen yet.
   *
   * @param time what answers say the time is
   * @param admin what testers may do; null if there is no such thing
   * @param upgrades makes what stands before it and takes the requests that are not for it
   */
  public HttpFront(
      String host,
      int port,
      TimeSource time,
      Authenticator authenticator,
      Routes routes,
      FaultDesk faults,
      @Nullable Routes admin,
      Function<Server, Handler.Singleton> upgrades) {
    this.faults = faults;
    this.admin = admin;
    this.authenticator = authenticator;
    this.routes = routes;
    VirtualThreadPool threads = new VirtualThreadPool(0); // else 200 slow bodies hold up all
    threads.setName("simulated-exchange");
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false); // ours tells the exchange's time
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    Handler.Singleton first = upgrades.apply(server);
    first.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            ApiAnswer answer = answer(request);
            if (answer == null) {
              request.getConnectionMetaData().getConnection().getEndPoint().close();
              callback.failed(new EofException("closed without an answer"));
            } else {
              observer.answered(request.getMethod(), request.getHttpURI().getPath(), answer);
              write(answer, time.now(), response, callback);
            }
            return true;
          }
        });
    server.setHandler(first);
    server.setErrorHandler((request, response, callback) -> {
      int status = statusOf(response.getStatus());
      if (status >= 500
          && !(request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof EofException)) {
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

  /** Shows each answer to an observer; to be called before the start. */
  public void observe(AnswerObserver value) {
    observer = value;
  }

  /** An unknown version or encoding is a mistake of the client's, whatever HTTP calls it. */
  private static int statusOf(int told) {
    return switch (told) {
      case HttpStatus.NOT_IMPLEMENTED_501, HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> 400;
      default -> told < 400 ? 500 : told;
    };
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

  /** Returns what a request is answered; null if the connection is closed instead. */
  private @Nullable ApiAnswer answer(Request request) {
    try {
      String method = request.getMethod();
      String path = request.getHttpURI().getPath();
      if (admin != null && path.startsWith(ADMIN_ROOT + '/')) {
        refuseBrowsers(request);
        return admin.answer(
            method,
            path.substring(ADMIN_ROOT.length()),
            query(request),
            body(request),
            nobody(request));
      }
      String bare = bare(method, path);
      if (bare != null) {
        String query = request.getHttpURI().getQuery();
        return ApiAnswer.moved(query == null ? bare : bare + '?' + query);
      }
      Keys.Registered key =
          authenticator.identify(
              method,
              path,
              request.getHeaders().get("KALSHI-ACCESS-KEY"),
              request.getHeaders().get("KALSHI-ACCESS-TIMESTAMP"),
              request.getHeaders().get("KALSHI-ACCESS-SIGNATURE"));
      Caller caller = new Caller(key, Request.getRemoteAddr(request));
      if (!path.startsWith(ROOT + '/')) {
        throw ApiException.notFound(path);
      }
      String below = path.substring(ROOT.length());
      RequestFate fate = faults.request(method, below, caller.user());
      RequestEffect end = fate.end();
      ApiAnswer answer =
          switch (end) {
            case null -> taken(request, method, below, caller);
            case RequestEffect.AnswerLost lost -> {
              taken(request, method, below, caller);
              yield null;
            }
            case RequestEffect.RequestLost lost -> null;
            case RequestEffect.Refused(int status) -> ApiException.struck(status).answer();
            case RequestEffect.AnswerDelayed late -> throw new IllegalStateException("no end");
          };
      return faults.hold(fate.delay()) ? answer : null;
    } catch (ApiException e) {
      return e.answer();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a request of the simulated exchange failed", e);
      return ApiException.of(500, "internal_server_error", "").answer();
    }
  }

  /**
   * Returns the path of an operation that was asked for with a slash at its end, which the exchange
   * tells before it looks at a signature; null if none was.
   */
  private @Nullable String bare(String method, String path) {
    if (!path.startsWith(ROOT + '/') || !path.endsWith("/")) {
      return null;
    }
    String bare = path.substring(0, path.length() - 1);
    return routes.has(method, bare.substring(ROOT.length())) ? bare : null;
  }

  private static Caller nobody(Request request) {
    return new Caller(null, Request.getRemoteAddr(request));
  }

  /** Keeps pages that the user has open in a browser away from what needs no signature. */
  private static void refuseBrowsers(Request request) {
    if (request.getHeaders().contains(HttpHeader.ORIGIN)
        || request.getHeaders().contains("Sec-Fetch-Site")) {
      throw ApiException.of(403, "forbidden", "not for browsers");
    }
  }

  private ApiAnswer taken(Request request, String method, String path, Caller caller) {
    try {
      byte[] body = body(request);
      if (body.length > 0 && !isJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
        throw ApiException.unreadable("invalid_content_type", "application/json is needed");
      }
      return routes.answer(method, path, query(request), body, caller);
    } catch (ApiException e) {
      return e.answer();
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

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().equalsIgnoreCase("application/json");
  }

  /** Writes an answer, with the exchange's time. */
  public static void write(ApiAnswer answer, Instant time, Response response, Callback callback) {
    response.setStatus(answer.status());
    response
        .getHeaders()
        .put(
            HttpHeader.DATE,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
    if (answer.location() != null) {
      response.getHeaders().put(HttpHeader.LOCATION, answer.location());
    }
    if (answer.body() == null) {
      callback.succeeded();
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(Json.bytes(answer.body())), callback);
  }
}
