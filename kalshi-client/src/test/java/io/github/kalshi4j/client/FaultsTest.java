package io.github.kalshi4j.client;

import static io.github.kalshi4j.client.ClientBench.OPEN;
import static io.github.kalshi4j.client.ClientBench.ORDER;
import static io.github.kalshi4j.client.ClientBench.PLACE;
import static io.github.kalshi4j.client.ClientBench.PLACED;
import static io.github.kalshi4j.client.ClientBench.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.error.DuplicateOrderException;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.KalshiPermissionException;
import io.github.kalshi4j.client.error.KalshiRateLimitException;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderKilledException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.Reply.Fault;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does when something goes wrong on the way, or the exchange says no. */
final class FaultsTest {
  @Test
  void triesAReadAgainThatGotNoConnectionAndThenSaysSo() {
    FakeExchange gone = FakeExchange.start();
    gone.close();
    try (ClientBench bench = ClientBench.with(gone, config -> config.withAttempts(3))) {
      assertThatThrownBy(() -> bench.client.exchange().status())
          .isExactlyInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("GET /exchange/status: no connection to 127.0.0.1:");
      assertThat(bench.attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
    }
  }

  @Test
  void saysThatAnOrderThatGotNoConnectionWasNotPlaced() {
    FakeExchange gone = FakeExchange.start();
    gone.close();
    try (ClientBench bench = ClientBench.with(gone, config -> config.withAttempts(3))) {
      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .isExactlyInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("no connection");
      assertThat(bench.attempts).as("nothing was sent, so it may be tried again").hasSize(3);
    }
  }

  @Test
  void namesAHostThatDoesNotExist() {
    try (ClientBench bench =
        ClientBench.open(config ->
            config
                .withBaseUrl(URI.create("http://no-such-host.invalid/trade-api/v2"))
                .withAttempts(1))) {
      assertThatThrownBy(() -> bench.client.exchange().status())
          .isExactlyInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("no such host no-such-host.invalid");
    }
  }

  @Test
  void triesAReadAgainWhoseAnswerBrokeOff() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(STATUS, OPEN.with(Fault.CUT_BODY), OPEN);

      assertThat(bench.client.exchange().status().tradingActive()).isTrue();
      assertThat(bench.exchange.requests()).hasSize(2);
      assertThat(bench.time.slept()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
  }

  @Test
  void triesAReadAgainWhoseConnectionWasReset() {
    try (ClientBench bench = ClientBench.open()) {
      Reply reset = Reply.fault(Fault.RESET_AFTER_BODY);
      bench.exchange.on(STATUS, reset, reset, reset, OPEN);

      assertThat(bench.client.exchange().status().tradingActive()).isTrue();
      assertThat(bench.exchange.requests()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"RESET_BEFORE_BODY", "RESET_AFTER_BODY", "CUT_BODY"})
  void sendsAnOrderOnceWhoseAnswerBrokeOff(Fault fault) {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(PLACE, PLACED.with(fault), PLACED);

      OrderOutcomeUnknownException unknown =
          catchThrowableOfType(
              OrderOutcomeUnknownException.class, () -> bench.client.orders().place(ORDER));

      assertThat(unknown.clientOrderId()).isEqualTo(ORDER.clientOrderId());
      assertThat(unknown)
          .hasMessageContaining("POST /portfolio/events/orders")
          .hasMessageContaining("c-1");
      assertThat(bench.exchange.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"STALL_IN_HEADERS", "STALL_IN_BODY"})
  void waitsNoLongerThanItsTimeLimitForTheWholeAnswer(Fault fault) {
    try (ClientBench bench = ClientBench.impatient()) {
      bench.exchange.on(STATUS, OPEN.with(fault));
      bench.exchange.on(PLACE, PLACED.with(fault));

      assertThatThrownBy(() -> bench.client.exchange().status())
          .isExactlyInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("no answer within PT0.3S");
      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .isInstanceOf(OrderOutcomeUnknownException.class);
      assertThat(bench.exchange.requests(STATUS)).hasSize(2);
      assertThat(bench.exchange.requests(PLACE)).hasSize(1);
    }
  }

  @Test
  void takesAnotherTimeLimitForOneCall() {
    try (ClientBench bench = ClientBench.open(config -> config.withAttempts(1))) {
      bench.exchange.on(STATUS, OPEN.with(Fault.STALL_IN_BODY));

      assertThatThrownBy(
              () -> bench.client.withRequestTimeout(Duration.ofMillis(50)).exchange().status())
          .hasMessageContaining("no answer within PT0.05S");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void triesAReadAgainThatTheExchangeFailedAt(int status) {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on("GET /markets/A", Reply.status(status), marketMissing());

      assertThatThrownBy(() -> bench.client.markets().get(ticker("A")))
          .isInstanceOf(KalshiNotFoundException.class);
      assertThat(bench.exchange.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 522})
  void leavesTheOutcomeOfAnOrderOpenThatAGatewayMayHavePassedOn(int status) {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(PLACE, Reply.status(status), PLACED);

      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .isInstanceOf(OrderOutcomeUnknownException.class)
          .hasMessageContaining(Integer.toString(status));
      assertThat(bench.exchange.requests()).hasSize(1);
    }
  }

  @Test
  void leavesTheOutcomeOfAnyOtherWriteOpenToo() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on("DELETE /portfolio/events/orders/o-1", Reply.status(503));

      assertThatThrownBy(() ->
              bench.client.orders().cancel(OrderAddress.in(ORDER.market(), OrderId.of("o-1"))))
          .isExactlyInstanceOf(OutcomeUnknownException.class);
      assertThat(bench.exchange.requests()).hasSize(1);
    }
  }

  @Test
  void showsTheBeginningOfAGatewaysPage() {
    String page = "<html>\n  <body>Bad gateway" + " and so on".repeat(100) + "</body></html>";
    try (ClientBench bench = ClientBench.open(config -> config.withAttempts(1))) {
      bench.exchange.on("GET /markets/A", html(502, page));

      assertThatThrownBy(() -> bench.client.markets().get(ticker("A")))
          .isInstanceOf(KalshiServerException.class)
          .hasMessageContaining("GET /markets/A answered 502: <html> <body>Bad gateway and so on")
          .hasMessageEndingWith("…")
          .message()
          .hasSizeLessThan(300);
    }
  }

  @Test
  void readsNoPageAsJson() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(STATUS, html(200, "<html>Please log in</html>"));
      bench.exchange.on(PLACE, html(201, "<html>Please log in</html>"));

      assertThatThrownBy(() -> bench.client.exchange().status())
          .isInstanceOf(KalshiDecodingException.class)
          .hasMessageContaining("answered text/html instead of JSON: <html>Please log in");
      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .as("a success that cannot be read is still a success, perhaps")
          .isInstanceOf(OrderOutcomeUnknownException.class);
    }
  }

  @Test
  void followsNoRedirect() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(
          STATUS, Reply.status(301).withHeader("Location", "https://elsewhere.example/"));

      assertThatThrownBy(() -> bench.client.exchange().status())
          .isExactlyInstanceOf(KalshiApiException.class)
          .hasMessageContaining("answered 301: redirect to https://elsewhere.example/");
      assertThat(bench.exchange.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":\"too_many_requests\",\"message\":\"too many requests\"}}",
        "{\"error\":\"too many requests\"}",
        ""
      })
  void triesAnythingAgainThatWasRefusedForItsRate(String body) {
    try (ClientBench bench = ClientBench.open()) {
      Reply refused = body.isEmpty() ? Reply.status(429) : Reply.json(429, body);
      bench.exchange.on(STATUS, refused, refused, OPEN);
      bench.exchange.on(PLACE, refused, refused, PLACED);

      assertThat(bench.client.exchange().status().exchangeActive()).isTrue();
      assertThat(bench.client.orders().place(ORDER).id()).isEqualTo(OrderId.of("o-1"));
      assertThat(bench.exchange.requests(STATUS)).hasSize(3);
      assertThat(bench.exchange.requests(PLACE)).hasSize(3);
    }
  }

  @Test
  void givesUpOnARateThatStaysTooHigh() {
    try (ClientBench bench = ClientBench.open(config -> config.withAttempts(2))) {
      bench.exchange.on(PLACE, Reply.json(429, "{\"error\":\"too many requests\"}"));

      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .isInstanceOf(KalshiRateLimitException.class)
          .hasMessageContaining("answered 429: too many requests");
      assertThat(bench.exchange.requests()).hasSize(2);
    }
  }

  @Test
  void readsTheStatusOfAnExchangeThatIsDown() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(
          STATUS, Reply.json(503, "{\"exchange_active\":false,\"trading_active\":false}"));

      assertThat(bench.client.exchange().status().exchangeActive()).isFalse();
      assertThat(bench.exchange.requests()).hasSize(1);
    }
  }

  @Test
  void foldsTheFourShapesOfARefusal() {
    refusedBy(
        Reply.json(
            400,
            "{\"error\":{\"code\":\"invalid_order\",\"message\":\"invalid order\",\"details\":\"post only cross\"}}"),
        "answered 400 invalid_order: invalid order (post only cross)");
    refusedBy(
        Reply.json(400, "{\"code\":\"invalid_content_type\",\"message\":\"expected JSON\"}"),
        "answered 400 invalid_content_type: expected JSON");
    refusedBy(
        Reply.json(400, "{\"msg\":\"limit is too large\"}"), "answered 400: limit is too large");
    refusedBy(Reply.json(400, "{\"error\":\"no\"}"), "answered 400: no");
    refusedBy(Reply.status(400), "POST /portfolio/events/orders answered 400");
    refusedBy(
        Reply.json(400, "{\"error\":{\"code\":\"bad_request\"}}")
            .withHeader("X-Request-Id", "r-77"),
        "answered 400 bad_request [request r-77]");
  }

  private static void refusedBy(Reply reply, String message) {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(PLACE, reply);
      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .isExactlyInstanceOf(KalshiApiException.class)
          .hasMessageEndingWith(message);
      assertThat(bench.exchange.requests()).as("a refusal is final").hasSize(1);
    }
  }

  @Test
  void tellsAKilledOrderFromADuplicateAndBothFromOtherConflicts() {
    conflictOf("order_already_exists", DuplicateOrderException.class);
    conflictOf("fill_or_kill_insufficient_resting_volume", OrderKilledException.class);
    conflictOf("immediate_or_cancel_insufficient_resting_volume", OrderKilledException.class);
    conflictOf("rfq_exists", KalshiConflictException.class);
  }

  private static void conflictOf(String code, Class<? extends KalshiConflictException> type) {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(
          PLACE, Reply.json(409, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}"));

      KalshiConflictException thrown =
          catchThrowableOfType(
              KalshiConflictException.class, () -> bench.client.orders().place(ORDER));

      assertThat(thrown).isExactlyInstanceOf(type);
      assertThat(thrown.code()).contains(code);
      assertThat(thrown.status()).isEqualTo(409);
      assertThat(thrown.method()).isEqualTo("POST");
      assertThat(thrown.path()).isEqualTo("/portfolio/events/orders");
    }
  }

  @Test
  void hasATypeForWhatTheKeyMayNotDo() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(PLACE, Reply.json(403, "{\"error\":{\"code\":\"permission_denied\"}}"));

      assertThatThrownBy(() -> bench.client.orders().place(ORDER))
          .isInstanceOf(KalshiPermissionException.class);
    }
  }

  @Test
  void branchesOnCodesThatEndInAValue() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(PLACE, Reply.json(400, "{\"error\":{\"code\":\"user_not_found:_u-1\"}}"));

      KalshiApiException thrown =
          catchThrowableOfType(KalshiApiException.class, () -> bench.client.orders().place(ORDER));

      assertThat(thrown.hasCode("user_not_found")).isTrue();
      assertThat(thrown.hasCode("user_not")).isFalse();
    }
  }

  @Test
  void placesAnOrderThatTheExchangeNamesNotAtAll() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(
          PLACE,
          Reply.json(
              201,
              "{\"order_id\":\"o-1\",\"fill_count\":\"1.00\",\"remaining_count\":\"0.00\","
                  + "\"average_fill_price\":\"0.560000\",\"average_fee_paid\":\"0.017248\",\"ts_ms\":1}"));

      PlacedOrder placed = bench.client.orders().place(ORDER);

      assertThat(placed.clientOrderId()).isEqualTo(ORDER.clientOrderId());
      assertThat(placed.averageFee()).hasToString("0.017248");
    }
  }

  private static Reply html(int status, String page) {
    return Reply.json(status, page).withHeader("Content-Type", "text/html");
  }

  private static Reply marketMissing() {
    return Reply.json(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"no market\"}}");
  }

  private static MarketTicker ticker(String value) {
    return MarketTicker.of(value);
  }
}
