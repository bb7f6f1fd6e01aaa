package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import io.github.kalshi4j.simulator.internal.floor.SimulatedClock;
import io.github.kalshi4j.simulator.internal.rest.Authenticator;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import io.github.kalshi4j.simulator.internal.rest.Routes;
import io.github.kalshi4j.simulator.internal.stream.FrameFate;
import io.github.kalshi4j.simulator.internal.stream.StreamFront;
import io.github.kalshi4j.simulator.internal.stream.StreamPolicies;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.world.WorldListener;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.UUID;

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
  private final Floor floor;
  private final Keys keys = new Keys();
  private final StreamFront stream;
  private final HttpFront front;

  private SimulatedExchange(SimulatedExchangeConfig config) {
    TimeSource wall = config.time();
    Instant start = config.start() == null ? wall.now() : config.start();
    SimulatedClock clock = new SimulatedClock(wall, start, config.speed());
    floor = new Floor(config.world(), config.seed(), wall, clock);
    Authenticator authenticator = new Authenticator(keys, wall, config.signatureWindow());
    stream =
        new StreamFront(floor, wall, authenticator, StreamPolicies.DEFAULT, () -> FrameFate.SENT);
    front = new HttpFront(config.port(), wall, authenticator, Routes.of(floor), stream::upgrades);
  }

  /**
   * Starts an exchange.
   *
   * @throws IllegalStateException if it cannot listen on the port
   */
  public static SimulatedExchange start(SimulatedExchangeConfig config) {
    SimulatedExchange exchange = new SimulatedExchange(config);
    exchange.front.start();
    exchange.stream.start();
    exchange.floor.startPulse();
    return exchange;
  }

  /** Returns the address below which the operations are. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + front.port() + HttpFront.ROOT);
  }

  /** Returns the address of the stream. */
  public URI streamUrl() {
    return URI.create("ws://127.0.0.1:" + front.port() + StreamFront.PATH);
  }

  /**
   * Returns the market's clock, by which an engine runs that shares the exchange's process. What
   * signs requests must not run by it.
   */
  public TimeSource time() {
    return floor.clock();
  }

  /** Runs a command now. */
  public Answer execute(Command command) {
    return floor.execute(command);
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
    require(new Command.OpenMember(user));
    if (deposit.signum() != 0) {
      require(new Command.Deposit(AccountId.of(user), deposit));
    }
    KeyPair pair = newKey();
    ApiKeyId id =
        ApiKeyId.of(
            UUID.nameUUIDFromBytes(user.value().getBytes(StandardCharsets.UTF_8)).toString());
    accept(id, pair.getPublic(), user);
    return Credentials.of(id, pair.getPrivate());
  }

  private void require(Command command) {
    if (execute(command) instanceof Answer.Refused(var refusal)) {
      throw new IllegalStateException(command + " was refused: " + refusal);
    }
  }

  private static KeyPair newKey() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no Ed25519 in this Java", e);
    }
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
    stream.close();
    front.close();
  }
}
