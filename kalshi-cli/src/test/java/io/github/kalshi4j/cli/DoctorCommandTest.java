package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class DoctorCommandTest {
  private static final List<String> NAMES =
      List.of(
          "exchange",
          "clock",
          "credentials",
          "key",
          "signature",
          "permissions",
          "limits",
          "balance",
          "stream",
          "fields");
  private static final String RICH =
      Answers.BALANCE.replace("\"0.0000\"", "\"10.0000\""); // money on every shard

  private final LocalExchange exchange = new LocalExchange(TimeSource.system());
  @TempDir private Path folder;

  @BeforeEach
  void script() {
    exchange.on("GET /exchange/status", Answers.STATUS);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private void scriptAccount() {
    exchange.on("GET /account/limits", Answers.LIMITS);
    exchange.on("GET /portfolio/balance", RICH);
    exchange.on("GET /api_keys", Answers.keys(TestKeys.ID.value(), "read", "write"));
  }

  /** Runs the doctor, who must find everything right but for one check, and returns that one. */
  private JsonNode finding(String name, String status, Object... arguments) {
    JsonNode found = null;
    for (JsonNode check : diagnosis(status.equals("failed") ? 1 : 0, arguments)) {
      if (check.get("name").asString().equals(name)) {
        found = check;
      } else {
        assertThat(check.get("status").asString()).as(check.toString()).isIn("ok", "skipped");
      }
    }
    assertThat(found).isNotNull();
    assertThat(found.get("status").asString()).as(found.toString()).isEqualTo(status);
    assertThat(found.get("advice").isNull()).isEqualTo(status.equals("ok"));
    return found;
  }

  private JsonNode diagnosis(int code, Object... arguments) {
    Outcome outcome =
        arguments.length == 0 ? exchange.run("doctor", "--json") : exchange.runElsewhere(arguments);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isEqualTo(code);
    JsonNode json = outcome.json();
    assertThat(json.propertyNames())
        .containsExactly("environment", "baseUrl", "streamUrl", "checks", "ok");
    assertThat(json.get("ok").asBoolean()).isEqualTo(code == 0);
    assertThat(json.get("checks").valueStream().map(check -> check.get("name").asString()))
        .containsExactlyElementsOf(NAMES);
    return json.get("checks");
  }

  private static String detail(JsonNode check) {
    return check.get("detail").asString();
  }

  private static String advice(JsonNode check) {
    return check.get("advice").asString();
  }

  @Test
  void findsEverythingRight() {
    scriptAccount();

    assertThat(exchange.run("doctor").succeeds().out().replaceAll("in \\d+ ms", "in 1 ms"))
        .isEqualTo(
            """
            custom, %s

            ok  exchange     trading is active
            ok  clock        within a second of the exchange's
            ok  credentials  KALSHI_API_KEY_ID and KALSHI_PRIVATE_KEY
            ok  key          Ed25519
            ok  signature    accepted
            ok  permissions  read, write
            ok  limits       tier basic; tokens a second (at once): reads 200 (600), writes 100 (100)
            ok  balance      $1025.5025; by shard 0: $1000.00, 1: $25.5025, 2: $10.00, 3: $10.00
            ok  stream       %s accepted in 1 ms
            ok  fields       this version knows all that was answered

            10 ok, 0 warnings, 0 failed, 0 skipped
            """
                .formatted(exchange.baseUrl(), exchange.streamUrl()));
    assertThat(diagnosis(0))
        .allSatisfy(check -> {
          assertThat(check.propertyNames()).containsExactly("name", "status", "detail", "advice");
          assertThat(check.get("status").asString()).isEqualTo("ok");
          assertThat(check.get("advice").isNull()).isTrue();
        });
  }

  @Test
  void shiftsAdviceBelowWhatItIsAbout() {
    exchange.unset(Credentials.KEY_ID_VARIABLE);
    exchange.unset(Credentials.KEY_VARIABLE);

    Outcome outcome = exchange.run("doctor");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains(
            """

            failed   credentials  the environment has none
                                  -> set KALSHI_API_KEY_ID, and KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY;
                                     the exchange's website makes keys
            skipped  key          there is none
            """)
        .endsWith("\n3 ok, 0 warnings, 1 failed, 6 skipped\n");
  }

  @Test
  void noticesAPause() {
    scriptAccount();
    exchange.on(
        "GET /exchange/status",
        Answers.STATUS.replaceFirst("\"trading_active\": true", "\"trading_active\": false"));
    exchange.run("doctor").succeeds();

    assertThat(detail(finding("exchange", "warning"))).contains("trading is paused");
  }

  @Test
  void noticesAPauseOfAllAlthoughItComesWithAFailure() {
    scriptAccount();
    exchange.on(
        "GET /exchange/status",
        Reply.json(
            503,
            """
            {
              "exchange_active": false,
              "trading_active": false,
              "exchange_estimated_resume_time": "2026-07-09T09:00:00Z"
            }
            """));
    exchange.run("doctor").succeeds();

    JsonNode check = finding("exchange", "warning");

    assertThat(detail(check)).contains("no requests");
    assertThat(advice(check)).contains("2026-07-09T09:00:00Z");
  }

  @Test
  void noticesAPauseOfOneShard() {
    scriptAccount();
    int last = Answers.STATUS.lastIndexOf("\"trading_active\": true");
    exchange.on(
        "GET /exchange/status",
        Answers.STATUS.substring(0, last)
            + Answers.STATUS.substring(last).replaceFirst("true", "false"));
    exchange.run("doctor").succeeds();

    assertThat(detail(finding("exchange", "warning"))).contains("paused on shard 2 (crypto)");
  }

  @Test
  void goesOnWhereTheStatusCannotBeHad() {
    try (LocalExchange other = new LocalExchange(TimeSource.system())) {
      other.on("GET /exchange/status", Reply.status(503));
      other.on("GET /account/limits", Answers.LIMITS);
      other.on("GET /portfolio/balance", RICH);
      other.on("GET /api_keys", Answers.keys(TestKeys.ID.value(), "read"));

      JsonNode checks = other.run("doctor", "--json").json().get("checks");

      assertThat(checks.valueStream().map(check -> check.get("status").asString()))
          .containsExactly("failed", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok");
      assertThat(advice(checks.get(0))).contains("try again later");
    }
  }

  @Test
  void measuresTheClock() {
    scriptAccount();

    exchange.setAhead(Duration.ofSeconds(3));
    JsonNode behind = finding("clock", "warning");
    assertThat(detail(behind)).matches("at least [23]\\.\\d s behind the exchange's");
    assertThat(advice(behind)).contains("NTP");

    exchange.setAhead(Duration.ofSeconds(-4));
    assertThat(detail(finding("clock", "warning"))).contains("s ahead of the exchange's");

    exchange.setAhead(Duration.ofSeconds(30));
    assertThat(detail(finding("clock", "failed"))).contains("s behind the exchange's");
  }

  @Test
  void reachesNothing() {
    JsonNode checks = diagnosis(1, "doctor", "--json", "--base-url", LocalExchange.NOWHERE);

    assertThat(checks.valueStream().map(check -> check.get("status").asString()))
        .containsExactly(
            "failed", "skipped", "ok", "ok", "failed", "skipped", "skipped", "skipped", "failed",
            "skipped");
    assertThat(detail(checks.get(0))).contains("no connection to 127.0.0.1:1");
    assertThat(advice(checks.get(0))).contains("--base-url");
    assertThat(detail(checks.get(8)))
        .contains("no connection to ws://127.0.0.1:1/trade-api/ws/v2", "refused");
    assertThat(advice(checks.get(8))).contains("--stream-url");
  }

  @Test
  void findsNoCredentials() {
    exchange.unset(Credentials.KEY_ID_VARIABLE);
    exchange.unset(Credentials.KEY_VARIABLE);

    assertThat(advice(finding("credentials", "failed"))).contains("KALSHI_API_KEY_ID");
  }

  @Test
  void findsHalfOfTheCredentials() {
    exchange.unset(Credentials.KEY_VARIABLE);

    assertThat(detail(finding("credentials", "failed")))
        .isEqualTo(
            "KALSHI_API_KEY_ID is set, but neither KALSHI_PRIVATE_KEY_PATH nor KALSHI_PRIVATE_KEY"
                + " is");
  }

  @Test
  void findsAKeyThatCannotBeRead() {
    exchange.set(Credentials.KEY_VARIABLE, "nonsense");

    assertThat(detail(finding("key", "failed")))
        .startsWith("private key in KALSHI_PRIVATE_KEY is neither PEM");
  }

  @Test
  void findsAKeyIdThatIsNone() {
    scriptAccount();
    exchange.set(Credentials.KEY_ID_VARIABLE, "my-key");

    JsonNode checks = diagnosis(1);

    assertThat(checks.get(2).get("status").asString()).isEqualTo("warning");
    assertThat(detail(checks.get(2))).contains("no UUID").doesNotContain("my-key");
    assertThat(checks.get(4).get("status").asString()).isEqualTo("failed");
  }

  @Test
  void findsAKeyFileThatOthersCanRead() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    scriptAccount();
    Path file =
        Files.writeString(
            folder.resolve("key.pem"), LocalExchange.pem(TestKeys.ED25519.getPrivate()));
    exchange.unset(Credentials.KEY_VARIABLE);
    exchange.set(Credentials.KEY_PATH_VARIABLE, file.toString());

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(advice(finding("key", "warning"))).contains("chmod 600");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(detail(finding("key", "ok"))).isEqualTo("Ed25519");
    assertThat(detail(finding("credentials", "ok"))).contains("KALSHI_PRIVATE_KEY_PATH");
  }

  @Test
  void findsTheKeyOfSomebodyElse() {
    scriptAccount();
    exchange.set(Credentials.KEY_VARIABLE, LocalExchange.pem(TestKeys.RSA.getPrivate()));

    JsonNode checks = diagnosis(1);

    assertThat(detail(checks.get(3))).isEqualTo("RSA-2048");
    assertThat(checks.get(4).get("status").asString()).isEqualTo("failed");
    assertThat(advice(checks.get(4))).contains("KALSHI_ENV");
    assertThat(detail(checks.get(5))).isEqualTo("the signature is refused");
    assertThat(detail(checks.get(8))).isEqualTo("the signature is refused");
    assertThat(checks.get(9).get("status").asString()).isEqualTo("ok");
  }

  @Test
  void tellsTheReasonsOfARefusalApart() {
    String[][] refusals = {
      {"authentication_error", "NOT_FOUND", "no key of this id"},
      {"authentication_error", "INCORRECT_API_KEY_SIGNATURE", "not the one of this id"},
      {"header_timestamp_expired", "", "clock"},
      {"signature_is_missing_from_headers", "", "proxy"},
    };
    for (String[] refusal : refusals) {
      try (LocalExchange other = new LocalExchange(TimeSource.system())) {
        other.on("GET /exchange/status", Answers.STATUS);
        other.on(
            "GET /account/limits",
            Reply.json(401, Answers.error(refusal[0], "refused", refusal[1])));

        JsonNode signature = other.run("doctor", "--json").json().at("/checks/4");

        assertThat(signature.get("status").asString()).isEqualTo("failed");
        assertThat(detail(signature)).contains("401", refusal[0], refusal[1]);
        assertThat(advice(signature)).contains(refusal[2]);
      }
    }
  }

  @Test
  void acceptsAKeyThatMayNotAskForLimitsOrKeys() {
    Reply forbidden = Reply.json(403, Answers.error("forbidden", "no scope", ""));
    exchange.on("GET /account/limits", forbidden);
    exchange.on("GET /api_keys", forbidden);
    exchange.on("GET /portfolio/balance", RICH);

    JsonNode checks = diagnosis(0);

    assertThat(checks.valueStream().map(check -> check.get("status").asString()))
        .containsExactly("ok", "ok", "ok", "ok", "ok", "warning", "warning", "ok", "ok", "ok");
    assertThat(detail(checks.get(5))).contains("403");
    assertThat(advice(checks.get(5))).contains("scope read");
  }

  @Test
  void goesOnWhereOneAnswerFails() {
    exchange.on("GET /account/limits", Reply.status(502));
    exchange.on("GET /api_keys", "{\"api_keys\": 1}");
    exchange.on("GET /portfolio/balance", RICH);

    JsonNode checks = diagnosis(1);

    assertThat(checks.valueStream().map(check -> check.get("status").asString()))
        .containsExactly("ok", "ok", "ok", "ok", "failed", "failed", "skipped", "ok", "ok", "ok");
  }

  @Test
  void takesNoPageForAnAnswerOfTheExchange() {
    Reply page = Reply.json("<html>Hello</html>").withHeader("Content-Type", "text/html");
    exchange.on(
        "GET /account/limits", page, new Reply(403, page.headers(), page.body(), page.fault()));
    exchange.on("GET /api_keys", Answers.keys(TestKeys.ID.value(), "read"));
    exchange.on("GET /portfolio/balance", RICH);

    assertThat(detail(finding("signature", "failed")))
        .contains("not checked")
        .contains("text/html");
    JsonNode blocked = finding("signature", "failed");
    assertThat(detail(blocked)).contains("not checked").contains("403");
    assertThat(advice(blocked)).contains("gateway");
  }

  @Test
  void tellsWhatTheKeyMayDo() {
    exchange.on("GET /account/limits", Answers.LIMITS);
    exchange.on("GET /portfolio/balance", RICH);
    exchange.on(
        "GET /api_keys",
        Reply.json(Answers.keys(TestKeys.ID.value(), "read", "write::transfer")),
        Reply.json(
            Answers.keys(TestKeys.ID.value(), "read", "write::trade")
                .replace("\"subaccount\": null", "\"subaccount\": 3")),
        Reply.json(
            Answers.keys(TestKeys.ID.value(), "read", "write")
                .replace("\"subaccount\": null", "\"fcm_subtrader_id\": \"u_desk1\"")),
        Reply.json(Answers.keys("00000000-0000-0000-0000-000000000000", "read")),
        Reply.json(
            Answers.keys(TestKeys.ID.value(), "read")
                .replaceFirst("\\{", "{\"api_key_region_expiration_ts\": 1600000000,")));

    assertThat(detail(finding("permissions", "ok")))
        .isEqualTo("read, write::transfer; it cannot place orders");
    assertThat(detail(finding("permissions", "ok")))
        .isEqualTo("read, write::trade; subaccount 3 only");
    assertThat(detail(finding("permissions", "failed"))).contains("clearing member");
    assertThat(detail(finding("permissions", "warning")))
        .contains("not in the account's list of 2");
    assertThat(detail(finding("permissions", "warning"))).contains("ran out at 2020-09-13");
  }

  @Test
  void looksForMoneyOnTheShards() {
    exchange.on("GET /account/limits", Answers.LIMITS);
    exchange.on("GET /api_keys", Answers.keys(TestKeys.ID.value(), "read", "write"));
    exchange.on(
        "GET /portfolio/balance",
        Reply.json(Answers.BALANCE),
        Reply.json(Answers.BALANCE.replace("1000.0000", "0.0000")),
        Reply.json(
            "{\"balance\": 0, \"balance_dollars\": \"0.00\", \"portfolio_value\": 0,"
                + " \"updated_ts\": 1795788900}"),
        Reply.json(
            "{\"balance\": 100, \"balance_dollars\": \"1.00\", \"portfolio_value\": 0,"
                + " \"updated_ts\": 1795788900}"));

    JsonNode uneven = finding("balance", "warning");
    assertThat(detail(uneven)).contains("0: $1000.00").contains("2: $0.00");
    assertThat(advice(uneven)).contains("shard 2 or 3");
    finding("balance", "ok"); // nothing on shard 0 either, so somebody spread it on purpose
    assertThat(advice(finding("balance", "warning"))).contains("deposit");
    assertThat(detail(finding("balance", "ok"))).isEqualTo("$1.00, the shards are not told");
  }

  @Test
  void connectsTheStreamWithTheKey() throws InterruptedException {
    scriptAccount();

    JsonNode check = finding("stream", "ok");

    assertThat(detail(check)).startsWith(exchange.streamUrl() + " accepted in ");
    assertThat(exchange.stream().awaitUpgrade().isSigned()).isTrue();
    exchange.stream().awaitOpen(0);
  }

  @Test
  void connectsTheStreamElsewhereIfToldSo() {
    scriptAccount();
    try (LocalExchange other = new LocalExchange(TimeSource.system())) {
      JsonNode json =
          exchange.run("doctor", "--json", "--stream-url", other.streamUrl()).succeeds().json();

      assertThat(json.get("streamUrl").asString()).isEqualTo(other.streamUrl().toString());
      assertThat(other.stream().upgrades()).hasSize(1);
      assertThat(exchange.stream().upgrades()).isEmpty();
    }
  }

  @Test
  void saysWhyTheStreamRefuses() {
    scriptAccount();

    exchange.stream().refuseAlways(401, "{}");
    JsonNode refused = finding("stream", "failed");
    assertThat(detail(refused))
        .isEqualTo(exchange.streamUrl() + " refused the connection with 401");
    assertThat(advice(refused)).contains("REST accepts the key");

    exchange.stream().refuseAlways(403, "<html>");
    assertThat(advice(finding("stream", "failed"))).contains("gateway");
    exchange.stream().refuseAlways(429, "");
    assertThat(advice(finding("stream", "failed"))).contains("too many connections");
    exchange.stream().refuseAlways(503, "");
    assertThat(advice(finding("stream", "failed"))).contains("try again later");
    exchange.stream().refuseAlways(404, "");
    assertThat(advice(finding("stream", "failed"))).contains("/trade-api/ws/v2");
  }

  @Test
  void saysThatTheStreamDoesNotAnswer() {
    scriptAccount();
    exchange.stream().stallHandshake();

    JsonNode check =
        finding("stream", "failed", exchange.arguments("doctor", "--json", "--timeout", "2s"));

    assertThat(detail(check)).contains("no connection to", "timed out");
    assertThat(advice(check)).contains("firewall");
  }

  @Test
  void knowsThatAStreamNeedsAKey() {
    exchange.unset(Credentials.KEY_ID_VARIABLE);
    exchange.unset(Credentials.KEY_VARIABLE);

    assertThat(detail(stream())).contains("answers, but there is no key to sign with");

    exchange.stream().requireSignature(false);
    assertThat(detail(stream())).contains("accepted", "without a key");
  }

  private JsonNode stream() {
    return exchange.run("doctor", "--json").json().at("/checks/8");
  }

  @Test
  void countsWhatItDoesNotKnow() {
    scriptAccount();
    exchange.on(
        "GET /exchange/status", Answers.STATUS.replaceFirst("\\{", "{\"moon_phase\": \"full\","));
    exchange.run("doctor").succeeds();

    assertThat(detail(finding("fields", "warning")))
        .isEqualTo("1 unknown: ExchangeStatus.moon_phase");
  }

  @Test
  void showsNoSecretWhateverIsAnswered() {
    String key = LocalExchange.pem(TestKeys.ED25519.getPrivate()).lines().toList().get(1);
    for (String operation :
        new String[] {"GET /account/limits", "GET /api_keys", "GET /portfolio/balance"}) {
      exchange.on(
          operation,
          request -> Reply.json(400, "{\"msg\": \"" + request.headers() + " refused\"}"));
    }

    Outcome text = exchange.run("doctor");
    Outcome json = exchange.run("doctor", "--json");

    for (String shown : new String[] {text.out(), text.err(), json.out(), json.err()}) {
      assertThat(shown).doesNotContain(key).doesNotContain(TestKeys.ID.value());
      for (var request : exchange.requests()) {
        request
            .header("KALSHI-ACCESS-SIGNATURE")
            .ifPresent(signature -> assertThat(shown).doesNotContain(signature));
      }
    }
    assertThat(text.out()).contains("(hidden)");
  }

  @Test
  void warnsOfClearText() {
    assertThat(ExchangeAddress.of(java.net.URI.create("http://10.0.0.1/v2"), java.util.Map.of()))
        .returns(true, ExchangeAddress::isInTheClear);
    for (String safe :
        new String[] {"https://10.0.0.1/v2", "http://localhost/v2", "http://[::1]/v2"}) {
      assertThat(ExchangeAddress.of(java.net.URI.create(safe), java.util.Map.of()))
          .returns(false, ExchangeAddress::isInTheClear);
    }
  }
}
