package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
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
  public record Name(String method, String path, boolean signed) {
    @Override
    public String toString() {
      return method + ' ' + path;
    }
  }

  private record Route(
      String method, String path, String[] segments, boolean signed, Operation operation) {
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

  private final Throttle throttle;

  private Routes(Throttle throttle) {
    this.throttle = throttle;
  }

  /** Returns routes to which operations are yet to be added. */
  static Routes none() {
    return new Routes(new Throttle(AccessPolicies.UNLIMITED, TimeSource.system(), 1));
  }

  /** Returns all operations that are simulated. */
  public static Routes of(Floor floor, Keys keys, Throttle throttle, AccessPolicies policies) {
    Routes routes = new Routes(throttle);
    new ExchangeResource(floor).addTo(routes);
    new AccountResource(floor, throttle).addTo(routes);
    new EventResource(floor).addTo(routes);
    new SeriesResource(floor).addTo(routes);
    new CandleResource(floor).addTo(routes);
    new MarketResource(floor).addTo(routes);
    new OrderResource(floor, policies.cancelAllReach()).addTo(routes);
    new OrderRecordsResource(floor).addTo(routes);
    new PortfolioResource(floor).addTo(routes);
    new GroupResource(floor).addTo(routes);
    new CashResource(floor, throttle, policies.kept()).addTo(routes);
    new KeyResource(floor, keys).addTo(routes);
    new ArchiveResource(floor).addTo(routes);
    new AbsentResource().addTo(routes);
    return routes;
  }

  /** Returns the operations that are there; variable parts of a path are in braces. */
  public List<Name> names() {
    return routes.stream().map(route -> new Name(route.method, route.path, route.signed)).toList();
  }

  /** Adds an operation that anybody may ask for. */
  void open(String method, String path, Operation operation) {
    routes.add(new Route(method, path, path.split("/"), false, operation));
  }

  /** Adds an operation for members. */
  void signed(String method, String path, Operation operation) {
    routes.add(new Route(method, path, path.split("/"), true, operation));
  }

  /** Returns whether there is an operation at a path below the root. */
  boolean has(String method, String path) {
    String[] segments = path.split("/", -1);
    return routes.stream().anyMatch(route -> route.match(method, segments) != null);
  }

  /** Answers a request; the path is that below the root. */
  ApiAnswer answer(
      String method, String path, Map<String, List<String>> query, byte[] body, Caller caller) {
    String[] segments = path.split("/", -1);
    for (Route route : routes) {
      Map<String, String> parts = route.match(method, segments);
      if (parts != null) {
        return answer(route, new ApiRequest(parts, query, body, caller.user(), null), caller);
      }
    }
    throttle.pay(caller, new Tariff.Bill(Tariff.Payer.READ, 0, Tariff.USUAL));
    throw ApiException.notFound(method + ' ' + path + " is not simulated");
  }

  /** Scope comes before rate, and rate before whatever else may be wrong. */
  private ApiAnswer answer(Route route, ApiRequest request, Caller caller) {
    Keys.Registered key = caller.key();
    ApiRequest allowed = request;
    if (route.signed) {
      if (key == null) {
        throw Authenticator.missing();
      }
      allowed = Permissions.check(route.method, route.path, request, key);
    }
    throttle.pay(caller, Tariff.bill(route.method, route.path, allowed));
    return route.operation.answer(allowed);
  }
}
