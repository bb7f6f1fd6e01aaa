package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class AdminTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MARKET =
      "{\"ticker\":\"KXA-1-B\",\"event_ticker\":\"KXA-1\",\"close_time\":\"2026-07-04T15:00:00Z\"}";

  private final ManualTimeSource time = ManualTimeSource.at(Instant.parse("2026-07-04T14:00:00Z"));
  private final SimulatedExchange exchange =
      SimulatedExchange.start(SimulatedExchangeConfig.EMPTY.withTime(time).withAdmin(true));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    exchange.close();
  }

  private HttpResponse<String> send(String method, URI url, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode admin(int status, String method, String path, String body) throws Exception {
    HttpResponse<String> answer = send(method, URI.create(exchange.adminUrl() + path), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private KalshiClient open(String body) throws Exception {
    JsonNode member = admin(201, "POST", "/members", body);
    Credentials credentials =
        Credentials.ofPem(
            ApiKeyId.of(member.get("api_key_id").asString()), member.get("private_key").asString());
    return KalshiClient.connect(
        ClientConfig.of(exchange.baseUrl()).withAttempts(1).withTime(time), credentials);
  }

  @Test
  void isNotThereUnlessAllowed() throws Exception {
    try (var plain = SimulatedExchange.start(SimulatedExchangeConfig.EMPTY)) {
      assertThatThrownBy(plain::adminUrl).isInstanceOf(IllegalStateException.class);
      URI url = URI.create(exchange.adminUrl() + "/time").resolve("/simulator/v1/time");
      URI other = URI.create("http://127.0.0.1:" + plain.baseUrl().getPort() + url.getPath());
      assertThat(send("GET", other, "").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void isNotForBrowsers() throws Exception {
    URI url = URI.create(exchange.adminUrl() + "/time");
    assertThat(send("GET", url, "", "Origin", "http://example.test").statusCode()).isEqualTo(403);
    assertThat(send("GET", url, "", "Sec-Fetch-Site", "none").statusCode()).isEqualTo(403);
    assertThat(send("GET", url, "").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsTheTimes() throws Exception {
    admin(201, "POST", "/faults", "{\"effect\":\"clock_skewed\",\"ahead_ms\":1500}");
    time.advance(Duration.ofSeconds(1));
    JsonNode times = admin(200, "GET", "/time", "");
    assertThat(times.get("market_time").asString()).isEqualTo("2026-07-04T14:00:01Z");
    assertThat(times.get("wall_time").asString()).isEqualTo("2026-07-04T14:00:02.500Z");
  }

  @Test
  void membersComeInWithMoneyAndAKeyOfEitherKind() throws Exception {
    try (KalshiClient ann = open("{\"user_id\":\"ann\",\"balance\":\"12.50\"}");
        KalshiClient bob = open("{\"user_id\":\"bob\",\"key_type\":\"ed25519\"}")) {
      assertThat(ann.portfolio().balance().available()).isEqualTo(Money.of("12.50"));
      assertThat(bob.portfolio().balance().available()).isEqualTo(Money.ZERO);
      admin(204, "POST", "/members/bob/deposits", "{\"amount\":\"7\"}");
      assertThat(bob.portfolio().balance().available()).isEqualTo(Money.of("7"));
    }
    admin(409, "POST", "/members", "{\"user_id\":\"ann\"}");
    admin(404, "POST", "/members/none/deposits", "{\"amount\":\"7\"}");
    admin(400, "POST", "/members/ann/deposits", "{\"amount\":\"-7\"}");
    admin(400, "POST", "/members", "{\"user_id\":\"eve\",\"key_type\":\"dsa\"}");
  }

  @Test
  void aMarketIsTakenThroughItsLife() throws Exception {
    assertThat(admin(201, "POST", "/markets", MARKET).get("status").asString()).isEqualTo("active");
    String market = "/markets/KXA-1-B";
    assertThat(admin(200, "POST", market + "/deactivate", "").get("status").asString())
        .isEqualTo("inactive");
    assertThat(admin(200, "POST", market + "/activate", "").get("status").asString())
        .isEqualTo("active");
    JsonNode moved =
        admin(200, "POST", market + "/close", "{\"close_time\":\"2026-07-04T16:00:00Z\"}");
    assertThat(moved.get("close_time").asString()).isEqualTo("2026-07-04T16:00:00Z");
    assertThat(admin(200, "POST", market + "/close", "").get("status").asString())
        .isEqualTo("closed");
    admin(409, "POST", market + "/dispute", "");
    JsonNode paid = admin(200, "POST", market + "/determine", "{\"result\":\"no\"}");
    assertThat(paid.get("result").asString()).isEqualTo("no");
    assertThat(admin(200, "GET", "/markets?status=finalized", "").get("markets")).hasSize(1);
    assertThat(admin(200, "GET", "/markets?status=active", "").get("markets")).isEmpty();
    admin(404, "GET", "/markets/KXA-1-C", "");
    admin(409, "POST", "/markets", MARKET);
    admin(400, "POST", "/markets", MARKET.replace("T15", "T13").replace("-B", "-C"));
  }

  @Test
  void aResultIsTakenIntoDoubtBeforeItIsPaid() throws Exception {
    admin(
        201,
        "POST",
        "/markets",
        MARKET.replace("}", ",\"settlement_timer_seconds\":60,\"tick\":\"0.001\"}"));
    admin(200, "POST", "/markets/KXA-1-B/close", "");
    admin(
        200,
        "POST",
        "/markets/KXA-1-B/determine",
        "{\"result\":\"scalar\",\"settlement_value\":\"0.25\"}");
    JsonNode disputed = admin(200, "POST", "/markets/KXA-1-B/dispute", "");
    assertThat(disputed.get("status").asString()).isEqualTo("disputed");
    assertThat(disputed.has("result")).isFalse();
  }

  @Test
  void aShardIsPausedAndGoesOn() throws Exception {
    try (KalshiClient client = open("{\"user_id\":\"ann\"}")) {
      admin(204, "POST", "/shards/0/pause", "{\"scope\":\"exchange\"}");
      assertThat(client.exchange().status().shards().getFirst().exchangeActive()).isFalse();
      admin(204, "POST", "/shards/0/resume", "{\"scope\":\"exchange\"}");
      assertThat(client.exchange().status().shards().getFirst().exchangeActive()).isTrue();
    }
    admin(404, "POST", "/shards/9/pause", "{\"scope\":\"trading\"}");
    admin(404, "POST", "/shards/x/pause", "{\"scope\":\"trading\"}");
    admin(400, "POST", "/shards/0/pause", "{\"scope\":\"all\"}");
  }

  @Test
  void aFaultIsAddedSeenAndRemoved() throws Exception {
    JsonNode fault =
        admin(
            201,
            "POST",
            "/faults",
            "{\"effect\":\"refused\",\"status\":503,\"method\":\"GET\",\"path\":\"/portfolio/*\","
                + "\"member\":\"ann\",\"share\":1,\"most\":1,\"seed\":7}");
    assertThat(fault)
        .hasToString(
            "{\"id\":1,\"effect\":\"refused\",\"status\":503,\"method\":\"GET\","
                + "\"path\":\"/portfolio/*\",\"member\":\"ann\",\"share\":1.0,\"most\":1,"
                + "\"seed\":7,\"seen\":0,\"struck\":0,\"over\":false}");
    try (KalshiClient client = open("{\"user_id\":\"ann\"}")) {
      assertThatThrownBy(() -> client.portfolio().balance()).isInstanceOf(KalshiApiException.class);
      assertThat(client.portfolio().balance().available()).isEqualTo(Money.ZERO);
      JsonNode seen = admin(200, "GET", "/faults/1", "");
      assertThat(seen.get("struck").asInt()).isEqualTo(1);
      assertThat(seen.get("over").asBoolean()).isTrue();
      admin(204, "DELETE", "/faults/1", "");
      admin(404, "GET", "/faults/1", "");
      admin(201, "POST", "/faults", "{\"effect\":\"request_lost\",\"path\":\"/portfolio/**\"}");
      assertThatThrownBy(() -> client.portfolio().balance())
          .isInstanceOf(KalshiTransportException.class);
      admin(204, "DELETE", "/faults", "");
      assertThat(client.portfolio().balance().available()).isEqualTo(Money.ZERO);
    }
  }

  @Test
  void everyEffectIsWrittenAsItIsRead() throws Exception {
    String[] effects = {
      "{\"effect\":\"request_lost\"",
      "{\"effect\":\"answer_lost\"",
      "{\"effect\":\"answer_delayed\",\"least_ms\":5,\"most_ms\":9",
      "{\"effect\":\"refused\",\"status\":429",
      "{\"effect\":\"frame_delayed\",\"least_ms\":5,\"most_ms\":9",
      "{\"effect\":\"frame_dropped\",\"type\":\"ticker\"",
      "{\"effect\":\"frame_duplicated\"",
      "{\"effect\":\"frame_overtaken\",\"by\":3",
      "{\"effect\":\"sequence_skipped\",\"by\":2",
      "{\"effect\":\"disconnected\",\"code\":1001",
      "{\"effect\":\"disconnected\"",
      "{\"effect\":\"silenced\""
    };
    for (String effect : effects) {
      String whole = effect + ",\"share\":0.5,\"seed\":3}";
      String answer = admin(201, "POST", "/faults", whole).toString();
      assertThat(answer.replaceFirst("\"id\":[0-9]+,", "").replaceFirst(",\"seen\".*", "}"))
          .isEqualTo(whole);
      admin(204, "DELETE", "/faults", "");
    }
  }

  @Test
  void whatIsNoFaultIsRefused() throws Exception {
    for (String body :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"effect\":\"none\"}",
          "{\"effect\":\"refused\"}",
          "{\"effect\":\"refused\",\"status\":404}",
          "{\"effect\":\"refused\",\"status\":99999999999}",
          "{\"effect\":\"answer_lost\",\"share\":0}",
          "{\"effect\":\"answer_lost\",\"share\":\"1\"}",
          "{\"effect\":\"answer_lost\",\"most\":0}",
          "{\"effect\":\"answer_lost\",\"path\":\"portfolio\"}",
          "{\"effect\":\"answer_delayed\",\"least_ms\":-1}",
          "{\"effect\":\"answer_delayed\",\"least_ms\":9,\"most_ms\":5}",
          "{\"effect\":\"answer_delayed\",\"least_ms\":9223372036854775807}",
          "{\"effect\":\"clock_skewed\",\"ahead_ms\":9223372036854775807}",
          "{\"effect\":\"reads_stale\",\"lag_ms\":-1}",
          "{\"effect\":\"disconnected\",\"code\":5}"
        }) {
      HttpResponse<String> answer = send("POST", URI.create(exchange.adminUrl() + "/faults"), body);
      assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
    }
    assertThat(exchange.faults().list()).isEmpty();
  }
}
