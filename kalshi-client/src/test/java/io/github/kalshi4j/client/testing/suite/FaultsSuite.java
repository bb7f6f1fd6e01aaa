package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.error.DuplicateOrderException;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.KalshiRateLimitException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderKilledException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.Reply.Fault;
import io.github.kalshi4j.client.testing.RestSuite;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does when something goes wrong on the way, or the exchange says no. */
@Timeout(60)
public abstract class FaultsSuite extends RestSuite {
  /** What a client waits for a whole answer that must not come. */
  private static final Duration SHORT = Duration.ofMillis(700);

  /** Tries to place the order in vain. */
  private OrderOutcomeUnknownException unanswered(KalshiClient from) {
    return catchThrowableOfType(
        OrderOutcomeUnknownException.class, () -> from.orders().place(ORDER));
  }

  /** Checks that the exchange has the order once, or not at all, and that one can find out. */
  private void isThere(boolean there, OrderOutcomeUnknownException unknown) {
    assertThat(unknown.clientOrderId()).isEqualTo(ORDER.clientOrderId());
    if (there) { // at the latest when it has arrived
      eventually(() -> client.orders().resolve(unknown) instanceof Resolution.Found);
      assertThat(orders()).extracting(Order::clientOrderId).containsExactly(ORDER.clientOrderId());
    } else {
      time.advance(Duration.ofMinutes(1)); // no request is that late
      assertThat(client.orders().resolve(unknown)).isInstanceOf(Resolution.NotPlaced.class);
      assertThat(orders()).isEmpty();
    }
  }

  @Test
  void triesAReadAgainThatGotNoConnectionAndThenSaysSo() {
    KalshiClient thrice = connect(config -> config.withAttempts(3));
    exchange.stopListening();

    assertThatThrownBy(() -> thrice.exchange().status())
        .isExactlyInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("GET /exchange/status: no connection to 127.0.0.1:");
    assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
  }

  @Test
  void saysThatAnOrderThatGotNoConnectionWasNotPlaced() {
    KalshiClient thrice = connect(config -> config.withAttempts(3));
    exchange.stopListening();

    assertThatThrownBy(() -> thrice.orders().place(ORDER))
        .isExactlyInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("no connection");
    assertThat(attempts).as("nothing was sent, so it may be tried again").hasSize(3);
    exchange.listenAgain();
    assertThat(orders()).isEmpty();
  }

  @Test
  void triesAReadAgainWhoseAnswerBrokeOff() {
    exchange.disturbNext(STATUS, Mishap.of(Fault.CUT_BODY));

    assertThat(client.exchange().status().tradingActive()).isTrue();
    assertThat(exchange.requests()).hasSize(2);
    assertThat(time.slept()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
  }

  @Test
  void triesAReadAgainWhoseConnectionWasReset() {
    Mishap reset = Mishap.of(Fault.RESET_AFTER_BODY);
    exchange.disturbNext(STATUS, reset, reset, reset);

    assertThat(client.exchange().status().tradingActive()).isTrue();
    assertThat(exchange.requests()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"RESET_BEFORE_BODY", "RESET_AFTER_BODY", "CUT_BODY"})
  void sendsAnOrderOnceWhoseAnswerBrokeOff(Fault fault) {
    exchange.disturbNext(PLACE, Mishap.of(fault));

    OrderOutcomeUnknownException unknown = unanswered(client);

    assertThat(unknown)
        .hasMessageContaining("POST /portfolio/events/orders")
        .hasMessageContaining("c-1");
    assertThat(exchange.requests()).hasSize(1);
    isThere(fault != Fault.RESET_BEFORE_BODY, unknown);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"STALL_IN_HEADERS", "STALL_IN_BODY"})
  void waitsNoLongerThanItsTimeLimitForTheWholeAnswer(Fault fault) {
    Mishap stall = Mishap.of(fault);
    KalshiClient impatient = connect(c -> c.withRequestTimeout(SHORT).withAttempts(2));
    exchange.disturbNext(STATUS, stall, stall);
    exchange.disturbNext(PLACE, stall);

    assertThatThrownBy(() -> impatient.exchange().status())
        .isExactlyInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("no answer within PT0.7S");
    OrderOutcomeUnknownException unknown = unanswered(impatient);
    assertThat(exchange.requests(STATUS)).hasSize(2);
    assertThat(exchange.requests(PLACE)).hasSize(1);
    isThere(true, unknown);
  }

  @Test
  void takesAnotherTimeLimitForOneCall() {
    exchange.disturbNext(STATUS, Mishap.of(Fault.STALL_IN_BODY));
    KalshiClient once = connect(config -> config.withAttempts(1));

    assertThatThrownBy(() -> once.withRequestTimeout(Duration.ofMillis(50)).exchange().status())
        .hasMessageContaining("no answer within PT0.05S");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void triesAReadAgainThatTheExchangeFailedAt(int status) {
    MarketTicker none = MarketTicker.of("KXTEST-26NOV27-NONE");
    exchange.disturbNext("GET /markets/" + none, Mishap.instead(Reply.status(status)));

    assertThatThrownBy(() -> client.markets().get(none))
        .isInstanceOf(KalshiNotFoundException.class);
    assertThat(exchange.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 522})
  void leavesTheOutcomeOfAnOrderOpenThatAGatewayMayHavePassedOn(int status) {
    exchange.disturbNext(
        PLACE, Mishap.instead(Reply.status(status)), Mishap.afterwards(Reply.status(status)));

    OrderOutcomeUnknownException notPassedOn = unanswered(client);
    assertThat(notPassedOn).hasMessageContaining(Integer.toString(status));
    assertThat(exchange.requests()).hasSize(1);
    isThere(false, notPassedOn);

    OrderOutcomeUnknownException passedOn = unanswered(client);
    assertThat(exchange.requests(PLACE)).hasSize(2);
    isThere(true, passedOn);
  }

  @Test
  void leavesTheOutcomeOfAnyOtherWriteOpenToo() {
    PlacedOrder placed = client.orders().place(ORDER);
    Order resting = client.orders().get(placed.id());
    String cancel = "DELETE /portfolio/events/orders/" + placed.id();
    exchange.disturbNext(
        cancel, Mishap.instead(Reply.status(503)), Mishap.afterwards(Reply.status(503)));

    assertThatThrownBy(() -> client.orders().cancel(resting.address()))
        .isExactlyInstanceOf(OutcomeUnknownException.class);
    assertThat(exchange.requests(cancel)).hasSize(1);
    assertThat(client.orders().get(placed.id()).status()).isEqualTo(OrderStatus.RESTING);

    assertThatThrownBy(() -> client.orders().cancel(resting.address()))
        .isExactlyInstanceOf(OutcomeUnknownException.class);
    assertThat(exchange.requests(cancel)).hasSize(2);
    assertThat(client.orders().get(placed.id()).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"code\":\"too_many_requests\",\"message\":\"too many requests\"}}",
        "{\"error\":\"too many requests\"}",
        ""
      })
  void triesAnythingAgainThatWasRefusedForItsRate(String body) {
    Mishap refused = Mishap.instead(body.isEmpty() ? Reply.status(429) : Reply.json(429, body));
    exchange.disturbNext(STATUS, refused, refused);
    exchange.disturbNext(PLACE, refused, refused);

    assertThat(client.exchange().status().exchangeActive()).isTrue();
    PlacedOrder placed = client.orders().place(ORDER);
    assertThat(exchange.requests(STATUS)).hasSize(3);
    assertThat(exchange.requests(PLACE)).hasSize(3);
    assertThat(exchange.requests(PLACE))
        .extracting(ReceivedRequest::body)
        .containsOnly(exchange.requests(PLACE).getFirst().body());
    assertThat(orders()).extracting(Order::id).containsExactly(placed.id());
  }

  @Test
  void givesUpOnARateThatStaysTooHigh() {
    KalshiClient twice = connect(config -> config.withAttempts(2));
    exchange.disturb(PLACE, Reply.json(429, "{\"error\":\"too many requests\"}"));

    assertThatThrownBy(() -> twice.orders().place(ORDER))
        .isInstanceOf(KalshiRateLimitException.class)
        .hasMessageContaining("answered 429: too many requests");
    assertThat(exchange.requests()).hasSize(2);
    assertThat(orders()).isEmpty();
  }

  @Test
  void tellsAKilledOrderFromADuplicate() {
    PlacedOrder placed = client.orders().place(ORDER);

    refused(ORDER, "order_already_exists", DuplicateOrderException.class);
    refused(
        LimitOrder.fillOrKill(MARKET, ORDER.side(), ORDER.price(), ORDER.quantity()),
        "fill_or_kill_insufficient_resting_volume",
        OrderKilledException.class);
    assertThat(exchange.requests(PLACE)).as("a refusal is final").hasSize(3);
    assertThat(orders())
        .filteredOn(order -> order.status() == OrderStatus.RESTING)
        .extracting(Order::id)
        .containsExactly(placed.id());
  }

  private void refused(
      LimitOrder order, String code, Class<? extends KalshiConflictException> type) {
    KalshiConflictException thrown =
        catchThrowableOfType(KalshiConflictException.class, () -> client.orders().place(order));
    assertThat(thrown).isExactlyInstanceOf(type);
    assertThat(thrown.code()).contains(code);
    assertThat(thrown.status()).isEqualTo(409);
    assertThat(thrown.method()).isEqualTo("POST");
    assertThat(thrown.path()).isEqualTo("/portfolio/events/orders");
  }
}
