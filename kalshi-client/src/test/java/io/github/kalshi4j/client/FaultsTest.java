package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiPermissionException;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderKilledException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.FaultsSuite;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the client does when something goes wrong on the way, or the exchange says no. */
final class FaultsTest extends FaultsSuite {
  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void namesAHostThatDoesNotExist() {
    KalshiClient lost =
        connect(config ->
            config
                .withBaseUrl(URI.create("http://no-such-host.invalid/trade-api/v2"))
                .withAttempts(1));

    assertThatThrownBy(() -> lost.exchange().status())
        .isExactlyInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("no such host no-such-host.invalid");
  }

  @Test
  void showsTheBeginningOfAGatewaysPage() {
    String page = "<html>\n  <body>Bad gateway" + " and so on".repeat(100) + "</body></html>";
    KalshiClient once = connect(config -> config.withAttempts(1));
    exchange.disturb("GET /markets/" + MARKET, html(502, page));

    assertThatThrownBy(() -> once.markets().get(MARKET))
        .isInstanceOf(KalshiServerException.class)
        .hasMessageContaining(
            "GET /markets/" + MARKET + " answered 502: <html> <body>Bad gateway and so on")
        .hasMessageEndingWith("…")
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void readsNoPageAsJson() {
    exchange.disturb(STATUS, html(200, "<html>Please log in</html>"));
    exchange.disturb(PLACE, html(201, "<html>Please log in</html>"));

    assertThatThrownBy(() -> client.exchange().status())
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageContaining("answered text/html instead of JSON: <html>Please log in");
    assertThatThrownBy(() -> client.orders().place(ORDER))
        .as("a success that cannot be read is still a success, perhaps")
        .isInstanceOf(OrderOutcomeUnknownException.class);
  }

  @Test
  void followsNoRedirect() {
    exchange.disturb(
        STATUS, Reply.status(301).withHeader("Location", "https://elsewhere.example/"));

    assertThatThrownBy(() -> client.exchange().status())
        .isExactlyInstanceOf(KalshiApiException.class)
        .hasMessageContaining("answered 301: redirect to https://elsewhere.example/");
    assertThat(exchange.requests()).hasSize(1);
  }

  @Test
  void readsTheStatusOfAnExchangeThatIsDown() {
    exchange.disturb(
        STATUS, Reply.json(503, "{\"exchange_active\":false,\"trading_active\":false}"));

    assertThat(client.exchange().status().exchangeActive()).isFalse();
    assertThat(exchange.requests()).hasSize(1);
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
    assertThat(exchange.requests()).as("a refusal is final").hasSize(6);
  }

  private void refusedBy(Reply reply, String message) {
    exchange.disturbNext(PLACE, Mishap.instead(reply));
    assertThatThrownBy(() -> client.orders().place(ORDER))
        .isExactlyInstanceOf(KalshiApiException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void tellsAKilledOrderFromOtherConflicts() {
    conflictOf("immediate_or_cancel_insufficient_resting_volume", OrderKilledException.class);
    conflictOf("rfq_exists", KalshiConflictException.class);
  }

  private void conflictOf(String code, Class<? extends KalshiConflictException> type) {
    exchange.disturbNext(PLACE, Mishap.instead(Reply.error(409, code, "no")));

    KalshiConflictException thrown =
        catchThrowableOfType(KalshiConflictException.class, () -> client.orders().place(ORDER));

    assertThat(thrown).isExactlyInstanceOf(type);
    assertThat(thrown.code()).contains(code);
  }

  @Test
  void hasATypeForWhatTheKeyMayNotDo() {
    exchange.disturb(PLACE, Reply.json(403, "{\"error\":{\"code\":\"permission_denied\"}}"));

    assertThatThrownBy(() -> client.orders().place(ORDER))
        .isInstanceOf(KalshiPermissionException.class);
  }

  @Test
  void branchesOnCodesThatEndInAValue() {
    exchange.disturb(PLACE, Reply.json(400, "{\"error\":{\"code\":\"user_not_found:_u-1\"}}"));

    KalshiApiException thrown =
        catchThrowableOfType(KalshiApiException.class, () -> client.orders().place(ORDER));

    assertThat(thrown.hasCode("user_not_found")).isTrue();
    assertThat(thrown.hasCode("user_not")).isFalse();
  }

  @Test
  void placesAnOrderThatTheExchangeNamesNotAtAll() {
    exchange.disturb(
        PLACE,
        Reply.json(
            201,
            "{\"order_id\":\"o-1\",\"fill_count\":\"1.00\",\"remaining_count\":\"0.00\","
                + "\"average_fill_price\":\"0.560000\",\"average_fee_paid\":\"0.017248\",\"ts_ms\":1}"));

    PlacedOrder placed = client.orders().place(ORDER);

    assertThat(placed.clientOrderId()).isEqualTo(ORDER.clientOrderId());
    assertThat(placed.averageFee()).hasToString("0.017248");
  }

  private static Reply html(int status, String page) {
    return Reply.json(status, page).withHeader("Content-Type", "text/html");
  }
}
