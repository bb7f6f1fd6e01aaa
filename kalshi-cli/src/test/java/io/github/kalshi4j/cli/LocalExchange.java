package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeStream;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.time.TimeSource;
import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An exchange on loopback, and commands that are typed at it in an environment with a key that it
 * knows. Their clock jumps ahead where they wait; the exchange's is the same, unless it is set off.
 */
final class LocalExchange implements AutoCloseable {
  /** Where nothing listens. */
  static final String NOWHERE = "http://127.0.0.1:1/trade-api/v2";

  private final FakeExchange exchange = FakeExchange.start();
  private final TimeSource time;
  private final Map<String, String> environment = new HashMap<>();

  LocalExchange() {
    this(ManualTimeSource.advancing());
  }

  /** Starts an exchange and commands of another clock; the stream needs one that does not jump. */
  LocalExchange(TimeSource time) {
    this.time = time;
    exchange.useClock(time::now);
    set(Credentials.KEY_ID_VARIABLE, TestKeys.ID.value());
    set(Credentials.KEY_VARIABLE, pem(TestKeys.ED25519.getPrivate()));
  }

  static String pem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  void on(String operation, Reply... replies) {
    exchange.on(operation, replies);
  }

  void on(String operation, String json) {
    exchange.on(operation, Reply.json(json));
  }

  void on(String operation, Function<ReceivedRequest, Reply> reply) {
    exchange.on(operation, reply);
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  void unset(String variable) {
    environment.remove(variable);
  }

  /** Sets the exchange's clock ahead of the commands' own. */
  void setAhead(Duration offset) {
    exchange.useClock(() -> time.now().plus(offset));
  }

  /** Returns the variables with which commands run. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  Instant now() {
    return time.now();
  }

  URI baseUrl() {
    return exchange.baseUrl();
  }

  URI streamUrl() {
    return exchange.streamUrl();
  }

  FakeStream stream() {
    return exchange.stream();
  }

  List<ReceivedRequest> requests(String operation) {
    return exchange.requests(operation);
  }

  List<ReceivedRequest> requests() {
    return exchange.requests();
  }

  /** Runs a command at this exchange. */
  Outcome run(Object... arguments) {
    return runElsewhere(arguments(arguments));
  }

  /** Returns the arguments of a command at this exchange. */
  Object[] arguments(Object... arguments) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 2, Object[].class);
    all[arguments.length] = "--base-url";
    all[arguments.length + 1] = baseUrl();
    return all;
  }

  /** Runs a command that is not told of this exchange. */
  Outcome runElsewhere(Object... arguments) {
    return Outcome.in(environment, time, arguments);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
