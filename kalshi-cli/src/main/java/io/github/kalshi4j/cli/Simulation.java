package io.github.kalshi4j.cli;

import io.github.kalshi4j.cli.ExchangeAddress.Environment;
import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.net.BindException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A simulated exchange in this process, with one member whose key is ours. */
final class Simulation implements AutoCloseable {
  private static final UserId MEMBER = UserId.of("member");
  private static final String FIFTEEN_MINUTES = "KX%s15M";
  private static final SeriesTicker DAILY = SeriesTicker.of("KXBTCD");

  /** The kinds of keys. */
  enum KeyType {
    /** What every client of Kalshi can sign with. */
    RSA,
    /** Which signs much sooner. */
    ED25519
  }

  private final SimulatedExchange exchange;
  private final ApiKeyId keyId;
  private final PrivateKey key;

  private Simulation(SimulatedExchange exchange, ApiKeyId keyId, PrivateKey key) {
    this.exchange = exchange;
    this.keyId = keyId;
    this.key = key;
  }

  /**
   * Starts one.
   *
   * @param cash what the member has on each shard
   * @throws CommandException if it cannot listen on its port and address
   */
  static Simulation start(SimulatedExchangeConfig config, Money cash, KeyType keyType) {
    SimulatedExchange exchange;
    try {
      exchange = SimulatedExchange.start(config);
    } catch (IllegalStateException e) {
      throw new CommandException(
          "the simulated exchange cannot listen on port "
              + config.port()
              + " of "
              + config.host()
              + ": "
              + reason(e),
          e);
    }
    try {
      KeyPair pair = newKey(keyType);
      ApiKeyId id = ApiKeyId.of(UUID.randomUUID().toString());
      require(exchange, new Command.OpenMember(MEMBER));
      if (cash.signum() > 0) {
        for (int shard : shards(config.world())) {
          require(exchange, new Command.Deposit(new AccountId(MEMBER, 0, shard), cash));
        }
      }
      exchange.accept(id, pair.getPublic(), MEMBER);
      return new Simulation(exchange, id, pair.getPrivate());
    } catch (GeneralSecurityException e) {
      exchange.close();
      throw new IllegalStateException("no keys of type " + keyType + " in this Java", e);
    } catch (RuntimeException e) {
      exchange.close();
      throw e;
    }
  }

  private static KeyPair newKey(KeyType type) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(type == KeyType.RSA ? "RSA" : "Ed25519");
    if (type == KeyType.RSA) {
      generator.initialize(2048);
    }
    return generator.generateKeyPair();
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return "it is in use, not allowed, or not of this machine";
      }
    }
    return String.valueOf(failure.getMessage());
  }

  private static void require(SimulatedExchange exchange, Command command) {
    if (exchange.execute(command) instanceof Answer.Refused(var refusal)) {
      throw new IllegalStateException(command + " was refused: " + refusal);
    }
  }

  /** Returns where markets are, and so where a member needs money. */
  static Collection<Integer> shards(WorldConfig world) {
    return new TreeSet<>(List.of(0, world.cryptoShard(), world.dailyShard()));
  }

  /** Returns all series that can be simulated. */
  static List<SeriesTicker> allSeries() {
    return Stream.concat(fifteenMinutes().stream(), Stream.of(DAILY)).toList();
  }

  /** Returns the series of markets of fifteen minutes. */
  static List<SeriesTicker> fifteenMinutes() {
    return Coin.ALL.stream()
        .map(coin -> SeriesTicker.of(FIFTEEN_MINUTES.formatted(coin.symbol())))
        .toList();
  }

  /**
   * Returns a world with these series only; with all, if none is named.
   *
   * @throws UsageException if one of them cannot be simulated
   */
  static WorldConfig only(Collection<SeriesTicker> series, WorldConfig world) {
    if (series.isEmpty()) {
      return world;
    }
    List<Coin> coins = new ArrayList<>();
    for (SeriesTicker each : series) {
      Coin coin =
          find(each)
              .orElseThrow(() ->
                  new UsageException(
                      "the simulator has no series "
                          + each
                          + "; it has "
                          + allSeries().stream()
                              .map(SeriesTicker::value)
                              .collect(Collectors.joining(", "))));
      if (!coins.contains(coin)) {
        coins.add(coin);
      }
    }
    WorldConfig chosen = world.withCoins(coins);
    return series.contains(DAILY) ? chosen.withDailyCoins(List.of(Coin.BTC)) : chosen;
  }

  private static Optional<Coin> find(SeriesTicker series) {
    if (series.equals(DAILY)) {
      return Optional.of(Coin.BTC);
    }
    return Coin.ALL.stream()
        .filter(coin -> FIFTEEN_MINUTES.formatted(coin.symbol()).equals(series.value()))
        .findFirst();
  }

  SimulatedExchange exchange() {
    return exchange;
  }

  /** Returns where it is; its stream where a client looks for it. */
  ExchangeAddress address() {
    URI base = exchange.baseUrl();
    return new ExchangeAddress(Environment.SIMULATOR, base, ClientConfig.of(base).streamUrl());
  }

  ApiKeyId keyId() {
    return keyId;
  }

  PrivateKey key() {
    return key;
  }

  Credentials credentials() {
    return Credentials.of(keyId, key);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
