package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.fault.FaultDesk;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import io.github.kalshi4j.simulator.internal.rest.Authenticator;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import io.github.kalshi4j.simulator.internal.rest.Routes;
import io.github.kalshi4j.simulator.internal.rest.Throttle;
import io.github.kalshi4j.simulator.internal.stream.FrameFate;
import io.github.kalshi4j.simulator.internal.stream.StreamFront;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * An exchange's parts with the stream as one wants it, markets to trade in, and two members with
 * $100,000 each. Time passes by hand only.
 */
final class StreamBench implements AutoCloseable {
  static final UserId ANN = ServerTest.ANN;
  static final UserId BOB = ServerTest.BOB;

  final ManualTimeSource time = ManualTimeSource.at(ServerTest.OPEN.plusSeconds(1));
  final Floor floor = new Floor(WorldConfig.EMPTY, 1, time, time, AccessPolicies.UNLIMITED);
  final StreamFront stream;
  private final HttpFront http;
  private static final ApiKeyId KEY = ApiKeyId.of("ann");

  private final Credentials key = Credentials.of(KEY, TestKeys.ED25519.getPrivate());

  StreamBench(
      StreamPolicies policies, Function<UserId, FrameFate> fates, List<ListedMarket> markets) {
    Keys keys = new Keys();
    keys.put(KEY, TestKeys.ED25519.getPublic(), ANN);
    Authenticator authenticator = new Authenticator(keys, time, Duration.ofSeconds(15));
    stream = new StreamFront(floor, time, authenticator, policies, fates);
    Throttle throttle = new Throttle(AccessPolicies.UNLIMITED, time, floor.shards());
    http =
        new HttpFront(
            "127.0.0.1",
            0,
            time,
            authenticator,
            Routes.of(floor, keys, throttle, AccessPolicies.UNLIMITED),
            new FaultDesk(time),
            null,
            stream::upgrades);
    http.start();
    stream.start();
    for (UserId user : List.of(ANN, BOB)) {
      done(new Command.OpenMember(user));
      done(new Command.Deposit(AccountId.of(user), Money.ofDollars(100_000)));
    }
    markets.forEach(market -> done(new Command.ListMarket(market)));
  }

  static StreamBench of(StreamPolicies policies) {
    return new StreamBench(
        policies,
        user -> FrameFate.SENT,
        List.of(
            ListedMarket.of(
                ServerTest.MARKET, ServerTest.EVENT, ServerTest.OPEN, ServerTest.CLOSE)));
  }

  void done(Command command) {
    if (!floor.execute(command).equals(Answer.DONE)) {
      throw new AssertionError(command);
    }
  }

  /** Returns a stream of Ann's. */
  RawStream open() {
    return RawStream.open(url(), RawStream.headers(key, time.now()));
  }

  /** Returns a stream of Ann's that reads nothing at first. */
  RawStream openDeaf() {
    return RawStream.openDeaf(url(), RawStream.headers(key, time.now()));
  }

  private URI url() {
    return URI.create("ws://127.0.0.1:" + http.port() + StreamFront.PATH);
  }

  @Override
  public void close() {
    stream.close();
    http.close();
  }
}
