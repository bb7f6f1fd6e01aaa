package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations that are there; of two that fit a path the one added first is taken. */
public final class Routes {
  /** What answers the requests of one operation, on any thread. */
  @FunctionalInterface
  interface Operation {
    ApiAnswer answer(ApiRequest request);
  }

  /** The method and path of an operation, and whether it is for members only. */
  public record Name(String method, String path, boolean signed) {}

  private record Route(String method, String[] segments, boolean signed, Operation operation) {
    @Nullable Map<String, String> match(String verb, String[] path) {
      if (!method.equals(verb) || path.length != segments.length) {
        return null;
      }
      Map<String, String> parts = new HashMap<>();
      for (int i = 0; i < path.length; i++) {
        String segment = segments[i];
        if (segment.startsWith("{")) {
          parts.put(segment.substring(1, segment.length() - 1), path[i]);
        } else if (!segment.equals(path[i])) {
          return null;
        }
      }
      return parts;
    }
  }

  private final List<Route> routes = new ArrayList<>();

  private Routes() {}

  /** Returns routes to which operations are yet to be added. */
  static Routes none() {
    return new Routes();
  }

  /** Returns all operations that are simulated. */
  public static Routes of(Floor floor) {
    Routes routes = new Routes();
    new ExchangeResource(floor).addTo(routes);
    new AccountResource().addTo(routes);
    new EventResource(floor).addTo(routes);
    new SeriesResource(floor).addTo(routes);
    new CandleResource(floor).addTo(routes);
    new MarketResource(floor).addTo(routes);
    new OrderResource(floor).addTo(routes);
    new PortfolioResource(floor).addTo(routes);
    new GroupResource(floor).addTo(routes);
    new CashResource(floor).addTo(routes);
    return routes;
  }

  /** Returns the operations that are there; variable parts of a path are in braces. */
  public List<Name> names() {
    return routes.stream()
        .map(route -> new Name(route.method, String.join("/", route.segments), route.signed))
        .toList();
  }

  /** Adds an operation that anybody may ask for. */
  void open(String method, String path, Operation operation) {
    routes.add(new Route(method, path.split("/"), false, operation));
  }

  /** Adds an operation for members. */
  void signed(String method, String path, Operation operation) {
    routes.add(new Route(method, path.split("/"), true, operation));
  }

  /** Answers a request; the path is that below the root. */
  ApiAnswer answer(
      String method,
      String path,
      Map<String, List<String>> query,
      byte[] body,
      @Nullable UserId user) {
    String[] segments = path.split("/", -1);
    for (Route route : routes) {
      Map<String, String> parts = route.match(method, segments);
      if (parts != null) {
        if (route.signed && user == null) {
          throw Authenticator.missing();
        }
        return route.operation.answer(new ApiRequest(parts, query, body, user));
      }
    }
    throw ApiException.notFound(method + ' ' + path + " is not simulated");
  }
}
