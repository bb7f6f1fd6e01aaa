package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessTest extends ServerTest {
  private static final String LIMITS = "/account/limits";

  private HttpResponse<String> limitsAt(Instant at, String signedPath) throws Exception {
    return send("GET", LIMITS, "", headers(annsKey, at, "GET", signedPath));
  }

  @Test
  void bothKindsOfKeysAreVerified() {
    ApiKeyId rsa = ApiKeyId.of("5f3c1b1e-0000-4000-8000-000000000001");
    exchange.accept(rsa, TestKeys.RSA.getPublic(), ANN);
    assertThat(ann.account().limits().usageTier()).isEqualTo("prestige");
    try (KalshiClient client = connect(Credentials.of(rsa, TestKeys.RSA.getPrivate()))) {
      assertThat(client.account().limits().usageTier()).isEqualTo("prestige");
    }
  }

  @Test
  void theTimeOfASignatureMustBeNearTheClock() throws Exception {
    String path = HttpFront.ROOT + LIMITS;
    assertThat(limitsAt(time.now().minusSeconds(10), path).statusCode()).isEqualTo(200);
    assertThat(limitsAt(time.now().plusSeconds(10), path).statusCode()).isEqualTo(200);
    for (long off : new long[] {-30, 60, -300}) {
      HttpResponse<String> answer = limitsAt(time.now().plusSeconds(off), path);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("\"code\":\"header_timestamp_expired\"");
    }
  }

  @Test
  void aSignatureOverAnotherPathIsRefused() throws Exception {
    HttpResponse<String> answer = limitsAt(time.now(), LIMITS);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":{\"code\":\"authentication_error\",\"message\":\"authentication error\","
                + "\"details\":\"INCORRECT_API_KEY_SIGNATURE\"}}");
  }

  @Test
  void anUnknownKeyIsRefusedEvenWhereNoneIsNeeded() throws Exception {
    String now = Long.toString(time.now().toEpochMilli());
    HttpResponse<String> answer =
        send(
            "GET",
            "/exchange/status",
            "",
            "KALSHI-ACCESS-KEY",
            "nobody",
            "KALSHI-ACCESS-TIMESTAMP",
            now,
            "KALSHI-ACCESS-SIGNATURE",
            "%%%");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("NOT_FOUND");
  }

  @Test
  void whatIsForMembersAsksForASignature() throws Exception {
    HttpResponse<String> bare = send("GET", LIMITS, "");
    assertThat(bare.statusCode()).isEqualTo(401);
    assertThat(bare.body()).contains("signature_is_missing_from_headers");
    HttpResponse<String> half = send("GET", LIMITS, "", "KALSHI-ACCESS-KEY", "x");
    assertThat(half.statusCode()).isEqualTo(401);
    assertThat(half.body()).contains("signature_is_missing_from_headers");
  }

  @Test
  void whatIsNotSimulatedIsNotFound() throws Exception {
    for (String path :
        new String[] {"/milestones", "/exchange/status/", "/x/../exchange", "/%2e"}) {
      HttpResponse<String> answer = signed("GET", path, "");
      assertThat(answer.statusCode()).as(path).isBetween(400, 499);
      assertThat(answer.body()).as(path).contains("\"error\":{\"code\":");
    }
    assertThat(signed("GET", "/milestones", "").body()).contains("not_found", "is not simulated");
    assertThat(signed("POST", "/exchange/status", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsTheStatusOfTheExchangeAndItsTime() throws Exception {
    assertThat(ann.exchange().status().tradingActive()).isTrue();
    done(new Command.Pause(0, Command.PauseScope.TRADING));
    assertThat(ann.exchange().status().shards().getFirst().tradingActive()).isFalse();
    assertThat(ann.exchange().status().shards().getFirst().exchangeActive()).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(send("GET", "/exchange/status", "").headers().firstValue("Date"))
        .contains("Sat, 4 Jul 2026 14:00:02 GMT");
  }

  @Test
  void tellsWhatOperationsCost() {
    assertThat(ann.account().endpointCosts().defaultCost()).isEqualTo(10);
  }
}
