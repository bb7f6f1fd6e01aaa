package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong between us and an exchange is one line that says what to do. */
final class ExchangeTroubleTest {
  private final LocalExchange exchange = new LocalExchange();

  @AfterEach
  void close() {
    exchange.close();
  }

  @Test
  void saysThatNothingListens() {
    for (String command : new String[] {"markets", "balance", "orders"}) {
      exchange
          .runElsewhere(command, "--base-url", LocalExchange.NOWHERE, "--json")
          .isFailure("no connection to 127.0.0.1:1", "check the network and --base-url");
    }
  }

  @Test
  void saysThatThereIsNoSuchHost() {
    exchange
        .runElsewhere("markets", "--base-url", "https://kalshi.invalid/trade-api/v2")
        .isFailure("kalshi.invalid", "check the network and --base-url");
  }

  @Test
  void saysThatTheExchangeFailsOnceItHasTriedAgain() {
    exchange.on("GET /markets", Reply.status(503));

    exchange.run("markets").isFailure("GET /markets answered 503", "try again later");

    assertThat(exchange.requests("GET /markets")).hasSize(3);
  }

  @Test
  void succeedsWhereTryingAgainHelps() {
    exchange.on("GET /markets", Reply.status(503), Reply.json(Answers.markets("")));

    exchange.run("markets").succeeds();
  }

  @Test
  void saysThatTheBudgetIsSpent() {
    exchange.on(
        "GET /markets", Reply.json(429, Answers.error("too_many_requests", "too many", "")));

    exchange.run("markets").isFailure("429 too_many_requests", "try again in a few seconds");
  }

  @Test
  void saysThatTheAnswerCannotBeRead() {
    exchange.on("GET /markets", "{\"markets\": [{");
    exchange.run("markets", "--json").isFailure("GET /markets", "broken JSON", "check --base-url");

    exchange.on("GET /markets/A/orderbook", "{\"orderbook\": {}}");
    exchange.run("book", "A").isFailure("GET /markets/A/orderbook", "orderbook_fp");
  }

  @Test
  void saysThatSomethingElseAnswers() {
    exchange.on(
        "GET /markets",
        Reply.json("<html>\n<h1>Welcome</h1>\n</html>").withHeader("Content-Type", "text/html"));

    exchange.run("markets").isFailure("text/html instead of JSON", "check --base-url");
  }

  @Test
  void doesNotFollowARedirect() {
    exchange.on(
        "GET /portfolio/balance",
        Reply.status(301).withHeader("Location", "https://elsewhere.example/"));

    exchange.run("balance").isFailure("301", "elsewhere.example", "check --base-url");
  }

  @Test
  void saysThatTheBaseUrlIsAnotherOne() {
    exchange.run("markets").isFailure("404", "check --base-url, which ends with /trade-api/v2");
  }

  @Test
  void saysThatTheKeyIsRefused() {
    exchange.set(Credentials.KEY_VARIABLE, LocalExchange.pem(TestKeys.RSA.getPrivate()));

    for (String command : new String[] {"balance", "orders"}) {
      exchange.run(command).isFailure("401 authentication_error", "kalshi doctor");
    }
  }

  @Test
  void saysThatTheKeyMayNotDoThis() {
    exchange.on(
        "GET /portfolio/orders", Reply.json(403, Answers.error("forbidden", "no scope", "")));

    exchange.run("orders").isFailure("403 forbidden", "scopes");
  }

  @Test
  void saysWhichCredentialsAreMissing() {
    exchange.unset(Credentials.KEY_ID_VARIABLE);
    exchange.unset(Credentials.KEY_VARIABLE);

    for (String command : new String[] {"balance", "orders"}) {
      exchange
          .run(command)
          .isUsageError(
              "no credentials: set KALSHI_API_KEY_ID, and KALSHI_PRIVATE_KEY_PATH or"
                  + " KALSHI_PRIVATE_KEY");
    }
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithCredentials() {
    exchange.set(Credentials.KEY_VARIABLE, "nonsense");
    exchange.run("balance").isUsageError("private key in KALSHI_PRIVATE_KEY is neither PEM");

    exchange.set(Credentials.KEY_PATH_VARIABLE, "/nowhere/key.pem");
    exchange.run("balance").isUsageError("KALSHI_PRIVATE_KEY_PATH", "both set");

    exchange.unset(Credentials.KEY_VARIABLE);
    exchange
        .run("orders")
        .isUsageError("/nowhere/key.pem (KALSHI_PRIVATE_KEY_PATH) does not exist");

    exchange.unset(Credentials.KEY_PATH_VARIABLE);
    exchange.run("orders").isUsageError("KALSHI_API_KEY_ID is set, but neither");
  }

  @Test
  void asksForNoCredentialsWhereNoneAreNeeded() {
    exchange.set(Credentials.KEY_VARIABLE, "nonsense");
    exchange.on("GET /markets", Answers.markets(""));

    exchange.run("markets").succeeds();
  }

  @Test
  void refusesAnEnvironmentThatIsNone() {
    exchange.set("KALSHI_ENV", "production");

    exchange
        .runElsewhere("markets")
        .isUsageError("KALSHI_ENV is 'production'", "simulator, demo and live");
    exchange.run("doctor").isUsageError("KALSHI_ENV is 'production'");
  }

  @Test
  void asksForTheAddressOfTheSimulator() {
    exchange.set("KALSHI_ENV", "simulator");
    exchange.on("GET /markets", Answers.markets(""));

    exchange.runElsewhere("markets").isUsageError("KALSHI_ENV=simulator", "--base-url");
    assertThat(exchange.run("markets").succeeds().out()).startsWith("simulator, http://127.0.0.1:");
  }

  @Test
  void takesAnAddressWithASlashAtItsEnd() {
    exchange.on("GET /portfolio/balance", Answers.BALANCE);

    exchange.runElsewhere("balance", "--base-url", exchange.baseUrl() + "/").succeeds();
  }

  @Test
  void knowsTheEnvironmentsAndTheirAddresses() {
    assertThat(ExchangeAddress.of(null, Map.of()))
        .hasToString("demo, https://external-api.demo.kalshi.co/trade-api/v2");
    assertThat(ExchangeAddress.of(null, Map.of("KALSHI_ENV", " ")).environment())
        .isEqualTo(ExchangeAddress.Environment.DEMO);
    assertThat(ExchangeAddress.of(null, Map.of("KALSHI_ENV", "demo")).environment())
        .isEqualTo(ExchangeAddress.Environment.DEMO);
    assertThat(ExchangeAddress.of(null, Map.of("KALSHI_ENV", "live")))
        .hasToString("live, https://external-api.kalshi.com/trade-api/v2");
  }

  @Test
  void findsTheStreamByTheAddress() {
    assertThat(ExchangeAddress.of(null, Map.of()).streamUrl())
        .hasToString("wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2");
    assertThat(ExchangeAddress.of(null, Map.of("KALSHI_ENV", "live")).streamUrl())
        .hasToString("wss://external-api-ws.kalshi.com/trade-api/ws/v2");
    assertThat(ExchangeAddress.of(exchange.baseUrl(), Map.of()).streamUrl())
        .isEqualTo(exchange.streamUrl());
  }

  @Test
  void saysWhatIsAtAnAddressWhateverTheVariableSays() {
    Map<String, String> demo = Map.of("KALSHI_ENV", "demo");

    assertThat(
            ExchangeAddress.of(
                    java.net.URI.create("https://api.elections.kalshi.com/trade-api/v2"), demo)
                .environment())
        .isEqualTo(ExchangeAddress.Environment.LIVE);
    assertThat(
            ExchangeAddress.of(java.net.URI.create("https://gateway.example/v2"), demo)
                .environment())
        .isEqualTo(ExchangeAddress.Environment.CUSTOM);
  }

  @Test
  void endsInTime() {
    exchange.on("GET /markets", Reply.fault(Reply.Fault.STALL_IN_BODY));

    exchange.run("markets", "--timeout", "50ms").isFailure("no answer within PT0.05S");
  }
}
