package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.contract.ContractChecks;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * An exchange with one open market and two members with $1000 each, and clients of both. All that
 * it answers is held against the specification.
 */
@Timeout(30)
abstract class ServerTest {
  static final Instant OPEN = Instant.parse("2026-07-04T14:00:00Z");
  static final Instant CLOSE = OPEN.plus(Duration.ofMinutes(15));
  static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  static final EventTicker EVENT = EventTicker.of("KXHIGHNY-26JUL04");
  static final UserId ANN = UserId.of("ann");
  static final UserId BOB = UserId.of("bob");

  final ManualTimeSource time = ManualTimeSource.at(OPEN.plusSeconds(1));
  final ContractChecks checks = new ContractChecks();
  final SimulatedExchange exchange =
      SimulatedExchange.start(
          configure(
              SimulatedExchangeConfig.EMPTY.withTime(time).withAccess(AccessPolicies.UNLIMITED)),
          checks);
  final Credentials annsKey = exchange.openMember(ANN, Money.ofDollars(1000));
  final KalshiClient ann = connect(annsKey);
  final KalshiClient bob = connect(exchange.openMember(BOB, Money.ofDollars(1000)));
  private final HttpClient http = HttpClient.newHttpClient();

  ServerTest() {
    done(new Command.ListMarket(ListedMarket.of(MARKET, EVENT, OPEN, CLOSE)));
  }

  /** Says how the exchange is set up; it runs before the fields of a subclass are there. */
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual;
  }

  @AfterEach
  void close() {
    http.close();
    ann.close();
    bob.close();
    exchange.close();
    checks.verify();
  }

  final KalshiClient connect(Credentials credentials) {
    return KalshiClient.connect(
        ClientConfig.of(exchange.baseUrl()).withAttempts(1).withTime(time), credentials);
  }

  final void done(Command command) {
    if (!exchange.execute(command).equals(Answer.DONE)) {
      throw new AssertionError(command);
    }
  }

  /** Sends a request as it is, without a signature; a body is said to be JSON. */
  final HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(exchange.baseUrl() + path)).method(method, publisher);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request that Ann signed. */
  final HttpResponse<String> signed(String method, String path, String body)
      throws IOException, InterruptedException {
    return signedBy(annsKey, method, path, body);
  }

  /** Sends a request that a key signed. */
  final HttpResponse<String> signedBy(Credentials key, String method, String path, String body)
      throws IOException, InterruptedException {
    String bare = HttpFront.ROOT + path.replaceFirst("\\?.*", "");
    return send(method, path, body, headers(key, time.now(), method, bare));
  }

  /** Returns a bid for one contract at a cent, with more fields. */
  static String bid(String more) {
    return "{\"ticker\":\""
        + MARKET
        + "\",\"side\":\"bid\",\"count\":\"1.00\",\"price\":\"0.0100\","
        + "\"time_in_force\":\"good_till_canceled\","
        + "\"self_trade_prevention_type\":\"taker_at_cross\""
        + more
        + "}";
  }

  static String[] headers(Credentials credentials, Instant at, String method, String path) {
    List<String> headers = new ArrayList<>();
    for (Header header : credentials.signer().sign(at.toEpochMilli(), method, path)) {
      headers.add(header.name());
      headers.add(header.value());
    }
    return headers.toArray(String[]::new);
  }
}
