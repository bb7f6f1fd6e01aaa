package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.fault.Faults;
import io.github.kalshi4j.simulator.internal.fault.FaultDesk;
import io.github.kalshi4j.simulator.internal.floor.Admission;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import io.github.kalshi4j.simulator.internal.floor.SimulatedClock;
import io.github.kalshi4j.simulator.internal.rest.AdminApi;
import io.github.kalshi4j.simulator.internal.rest.AnswerObserver;
import io.github.kalshi4j.simulator.internal.rest.Authenticator;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import io.github.kalshi4j.simulator.internal.rest.Routes;
import io.github.kalshi4j.simulator.internal.rest.Throttle;
import io.github.kalshi4j.simulator.internal.stream.FaultyFrames;
import io.github.kalshi4j.simulator.internal.stream.StreamFront;
import io.github.kalshi4j.simulator.world.WorldListener;
import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A local exchange that speaks Kalshi's REST and WebSocket protocols on loopback. It starts without
 * markets and members; both are made by {@link #execute commands}.
 *
 * <pre>{@code
 * try (var exchange = SimulatedExchange.start(SimulatedExchangeConfig.EMPTY)) {
 *   exchange.execute(new Command.ListMarket(market));
 *   Credentials credentials = exchange.openMember(UserId.of("ann"), Money.ofDollars(1000));
 *   try (var client = KalshiClient.connect(ClientConfig.of(exchange.baseUrl()), credentials)) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>All methods may be called by any thread. What it does not simulate it answers with 404.
 */
public final class SimulatedExchange implements AutoCloseable {
  private final SimulatedExchangeConfig config;
  private final Floor floor;
  private final Keys keys = new Keys();
  private final Admission admission;
  private final FaultDesk faults;
  private final StreamFront stream;
  private final Routes routes;
  private final HttpFront front;

  private SimulatedExchange(SimulatedExchangeConfig config) {
    this.config = config;
    TimeSource wall = config.time();
    Instant start = config.start() == null ? wall.now() : config.start();
    SimulatedClock clock = new SimulatedClock(wall, start, config.speed());
    floor = new Floor(config.world(), config.seed(), wall, clock, config.access());
    Throttle throttle = new Throttle(config.access(), wall, floor.shards());
    faults = new FaultDesk(wall);
    floor.delayReads(faults::lag);
    TimeSource own = faults.clock();
    Authenticator authenticator = new Authenticator(keys, own, config.signatureWindow());
    stream =
        new StreamFront(
            floor,
            own,
            authenticator,
            config.stream(),
            user -> new FaultyFrames(faults.connection(user)));
    keys.onRemoval(stream::deleted);
    admission = new Admission(floor, keys);
    routes = Routes.of(floor, keys, throttle, config.access());
    Routes admin = config.admin() ? AdminApi.routes(floor, faults, admission, own) : null;
    front =
        new HttpFront(
            config.host(),
            config.port(),
            own,
            authenticator,
            routes,
            faults,
            admin,
            stream::upgrades);
  }

  /**
   * Starts an exchange.
   *
   * @throws IllegalStateException if it cannot listen on the port
   */
  public static SimulatedExchange start(SimulatedExchangeConfig config) {
    return start(config, AnswerObserver.NONE);
  }

  static SimulatedExchange start(SimulatedExchangeConfig config, AnswerObserver observer) {
    SimulatedExchange exchange = new SimulatedExchange(config);
    exchange.front.observe(observer);
    exchange.front.start();
    exchange.stream.start();
    exchange.floor.startPulse();
    return exchange;
  }

  /** Returns where this machine reaches it. */
  private String authority() {
    String host = config.host().equals("0.0.0.0") ? "127.0.0.1" : config.host();
    return host + ':' + front.port();
  }

  /** Returns the address below which the operations are. */
  public URI baseUrl() {
    return URI.create("http://" + authority() + HttpFront.ROOT);
  }

  /** Returns the address of the stream. */
  public URI streamUrl() {
    return URI.create("ws://" + authority() + StreamFront.PATH);
  }

  /**
   * Returns the address below which the admin API is.
   *
   * @throws IllegalStateException if the configuration does not allow it
   */
  public URI adminUrl() {
    if (!config.admin()) {
      throw new IllegalStateException("the configuration allows no admin API");
    }
    return URI.create("http://" + authority() + HttpFront.ADMIN_ROOT);
  }

  /**
   * Returns the market's clock, by which an engine runs that shares the exchange's process. What
   * signs requests must not run by it.
   */
  public TimeSource time() {
    return floor.clock();
  }

  /** Returns what can be made to go wrong. */
  public Faults faults() {
    return faults;
  }

  /** Runs a command now. */
  public Answer execute(Command command) {
    return floor.execute(command);
  }

  /** Returns what can be asked for. */
  List<Routes.Name> operations() {
    return routes.names();
  }

  /** Looks at the engine while nobody changes it. */
  <T> T look(Function<SimulatedEngine, T> at) {
    return floor.call(at);
  }

  /**
   * Tells a listener of all that changes from now on. It is called while the engine is held, one
   * call at a time, on whatever thread made the change; it must be quick, and must not call the
   * exchange.
   */
  public void listen(WorldListener listener) {
    floor.listen(listener);
  }

  /**
   * Lets a new member in, with money on shard 0 and a new Ed25519 key.
   *
   * @param deposit what the member starts with; nothing is paid in if it is zero
   * @throws IllegalStateException if there is such a member already
   */
  public Credentials openMember(UserId user, Money deposit) {
    if (admission.open(user, deposit) instanceof Answer.Refused(var refusal)) {
      throw new IllegalStateException(user + " was refused: " + refusal);
    }
    Admission.Issued key = admission.issue(user, Admission.KeyType.ED25519);
    return Credentials.of(key.id(), key.pair().getPrivate());
  }

  /**
   * Lets a key sign for a member, in place of an earlier one of the same id.
   *
   * @param key of RSA or Ed25519
   */
  public void accept(ApiKeyId id, PublicKey key, UserId user) {
    keys.put(id, key, user);
  }

  /** Stops listening and closes all connections, those of the stream with 1001. */
  @Override
  public void close() {
    floor.close();
    faults.close();
    stream.close();
    front.close();
  }
}
