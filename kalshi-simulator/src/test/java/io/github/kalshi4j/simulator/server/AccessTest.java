package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        new String[] {"/milestones", "/exchange/nothing/", "/x/../exchange", "/%2e"}) {
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

  @Test
  void listsOfWhatThereIsNoneOfAreEmpty() throws Exception {
    for (String path :
        List.of(
            "/incentive_programs",
            "/multivariate_event_collections",
            "/events/multivariate",
            "/events/fee_changes",
            "/historical/trades",
            "/historical/markets",
            "/historical/orders",
            "/historical/fills",
            "/historical/positions",
            "/account/api_usage_level/volume_progress",
            "/portfolio/target_balance_allocation")) {
      HttpResponse<String> answer = signed("GET", path, "");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).contains("[]");
    }
    assertThat(send("GET", "/historical/markets/" + MARKET, "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/historical/orders", "").statusCode()).isEqualTo(401);
  }

  @Test
  void operationsOfOtherPartsOfTheExchangeAreNotSimulated() throws Exception {
    for (String operation :
        List.of(
            "GET /communications/rfqs",
            "POST /communications/quotes",
            "PUT /communications/rfqs/a/quotes/b/accept",
            "GET /fcm/orders",
            "GET /live_data/batch",
            "GET /milestones",
            "GET /structured_targets",
            "GET /portfolio/deposits",
            "POST /portfolio/target_balance_allocation",
            "PUT /portfolio/subaccounts/netting",
            "GET /series/KXHIGHNY/events/X/forecast_percentile_history",
            "GET /exchange/announcements")) {
      String[] words = operation.split(" ");
      HttpResponse<String> answer = signed(words[0], words[1], words[0].equals("GET") ? "" : "{}");
      assertThat(answer.statusCode()).as(operation).isEqualTo(404);
      assertThat(answer.body()).as(operation).contains("not_found", "is not simulated");
    }
  }

  @Test
  void theExchangeIsOpenAllWeek() {
    assertThat(ann.exchange().schedule().standardHours())
        .singleElement()
        .satisfies(week -> assertThat(week.thursday()).hasSize(1));
    assertThat(ann.exchange().schedule().maintenanceWindows()).isEmpty();
  }

  @Test
  void listensWhereItIsToldTo() throws Exception {
    SimulatedExchangeConfig other = SimulatedExchangeConfig.EMPTY.withHost("127.0.0.2");
    try (SimulatedExchange elsewhere = SimulatedExchange.start(other)) {
      int port = elsewhere.baseUrl().getPort();
      assertThat(elsewhere.baseUrl().getHost()).isEqualTo("127.0.0.2");
      new Socket("127.0.0.2", port).close();
      assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
    }
    SimulatedExchangeConfig all = SimulatedExchangeConfig.EMPTY.withHost("0.0.0.0");
    try (SimulatedExchange everywhere = SimulatedExchange.start(all)) {
      assertThat(everywhere.baseUrl().getHost()).isEqualTo("127.0.0.1");
      new Socket("127.0.0.1", everywhere.baseUrl().getPort()).close();
    }
  }

  @Test
  void aSlashAtTheEndLeadsToThePathWithoutIt() throws Exception {
    HttpResponse<String> moved = send("GET", "/markets/?limit=1", "");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location")).contains("/trade-api/v2/markets?limit=1");
    assertThat(moved.body()).isEmpty();
    assertThat(send("POST", "/portfolio/events/orders/", "{}").headers().firstValue("Location"))
        .as("whoever asks")
        .contains("/trade-api/v2/portfolio/events/orders");
    assertThat(send("GET", "/nothing/", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/", "").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/markets/", "").statusCode()).isEqualTo(404);
  }
}
