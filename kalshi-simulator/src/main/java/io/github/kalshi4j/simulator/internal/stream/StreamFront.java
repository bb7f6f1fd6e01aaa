package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import io.github.kalshi4j.simulator.internal.rest.ApiException;
import io.github.kalshi4j.simulator.internal.rest.Authenticator;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** The WebSocket side: lets members connect, and pings their connections. */
public final class StreamFront implements AutoCloseable {
  public static final String PATH = "/trade-api/ws/v2";
  private static final System.Logger LOG = System.getLogger(StreamFront.class.getName());
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Floor floor;
  private final TimeSource wall;
  private final Authenticator authenticator;
  private final StreamPolicies policies;
  private final Function<UserId, FrameFate> fates;
  private final Hub hub = new Hub();
  private final Newsroom newsroom;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;
  private @Nullable Thread pinger;

  /**
   * Creates a side without connections, which tells what happens on the floor.
   *
   * @param wall by which commands are counted and pings are sent
   * @param fates is asked once for each connection, by whose it is
   */
  public StreamFront(
      Floor floor,
      TimeSource wall,
      Authenticator authenticator,
      StreamPolicies policies,
      Function<UserId, FrameFate> fates) {
    this.floor = floor;
    this.wall = wall;
    this.authenticator = authenticator;
    this.policies = policies;
    this.fates = fates;
    newsroom = floor.listenWithin(world -> new Newsroom(hub, world));
  }

  /** Returns what answers the requests for a stream, and passes on the others. */
  public Handler.Singleton upgrades(Server server) {
    WebSocketUpgradeHandler handler =
        new WebSocketUpgradeHandler(WebSocketServerComponents.ensureWebSocketComponents(server));
    handler.getConfiguration().setIdleTimeout(Duration.ZERO); // pings tell who is gone
    handler.getConfiguration().setMaxFrameSize(policies.largestCommand());
    handler.addMapping(PATH, this::connect);
    return handler;
  }

  private @Nullable FrameHandler connect(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    try {
      HttpFields headers = request.getHeaders();
      Keys.Registered key =
          authenticator.identify(
              "GET",
              PATH,
              headers.get("KALSHI-ACCESS-KEY"),
              headers.get("KALSHI-ACCESS-TIMESTAMP"),
              headers.get("KALSHI-ACCESS-SIGNATURE"));
      if (key == null) {
        throw Authenticator.missing();
      }
      UserId user = key.user();
      long held = connections.stream().filter(each -> each.user().equals(user)).count();
      if (closing || held >= policies.connectionsPerMember()) {
        throw ApiException.of(429, "too_many_requests", held + " connections are open");
      }
      return new Connection(
          key,
          floor,
          hub,
          newsroom,
          wall,
          policies,
          fates.apply(user),
          this::opened,
          connections::remove);
    } catch (ApiException e) {
      HttpFront.write(e.answer(), wall.now(), response, callback);
      return null;
    }
  }

  private void opened(Connection connection) {
    connections.add(connection);
    if (closing) {
      connection.goAway();
    } else if (!policies.outlivesKey() && !authenticator.accepts(connection.key())) {
      connection.end(); // deleted while it was opened
    }
  }

  /** Ends the connections that a deleted key has opened, if they do not outlive it. */
  public void deleted(Keys.Registered key) {
    if (!policies.outlivesKey()) {
      connections.stream().filter(each -> each.key().equals(key)).forEach(Connection::end);
    }
  }

  /** Lets the pings begin. */
  public void start() {
    pinger = Thread.ofPlatform().daemon().name("simulated-exchange-pings").start(this::ping);
  }

  private void ping() {
    try {
      while (true) {
        wall.sleep(policies.pingEvery());
        connections.forEach(Connection::ping);
      }
    } catch (InterruptedException e) {
      // closed
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the simulated stream pings no more", e);
    }
  }

  /** Closes all connections with 1001; those that do not answer in a second are broken off. */
  @Override
  public void close() {
    closing = true;
    Thread started = pinger;
    if (started != null) {
      started.interrupt();
    }
    List<Connection> open = List.copyOf(connections);
    open.forEach(Connection::goAway);
    try {
      if (started != null) {
        started.join(CLOSE_LIMIT);
      }
      CompletableFuture.allOf(
              open.stream().map(Connection::closed).toArray(CompletableFuture[]::new))
          .get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      open.forEach(Connection::disconnect);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
