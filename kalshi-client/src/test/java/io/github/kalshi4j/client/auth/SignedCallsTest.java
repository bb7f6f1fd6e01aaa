package io.github.kalshi4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.SignedCallsSuite;
import java.util.Iterator;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Signing from end to end, to an exchange that verifies each signature and minds the time. */
final class SignedCallsTest extends SignedCallsSuite {
  private static final Reply PLACED =
      Reply.json(
          201,
          """
          {"order_id":"3f0c6a52-5a1a-4d0c-9a39-1f1d7c6c2b10","client_order_id":"a",\
          "fill_count":"0.00","remaining_count":"1.00","ts_ms":1795780800000}
          """);
  private static final Reply MONEY =
      Reply.json(
          """
          {"balance":1000,"balance_dollars":"10.0000","portfolio_value":0,"updated_ts":1795780800}
          """);
  private static final Reply EXPIRED = Reply.error(401, "header_timestamp_expired", "expired");

  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void aSecondRefusalIsFinal() {
    exchange.disturb(BALANCE, EXPIRED);
    exchange.disturb(PLACE, EXPIRED);

    List<ThrowingCallable> calls =
        List.of(() -> client.portfolio().balance(), () -> client.orders().place(ORDER));
    for (ThrowingCallable call : calls) {
      Throwable refusal = catchThrowable(call);
      assertThat(refusal).isInstanceOf(KalshiAuthenticationException.class);
      assertThat(((KalshiAuthenticationException) refusal).hasCode("header_timestamp_expired"))
          .isTrue();
      for (ReceivedRequest request : exchange.requests()) {
        Hidden.assertShowsNothing(
            Hidden.printed(refusal), request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow());
      }
    }
    assertThat(exchange.requests(BALANCE)).hasSize(2);
    assertThat(exchange.requests(PLACE)).hasSize(2);
  }

  @Test
  void anAnswerWithAnImpossibleDateIsStillAnAnswer() {
    Iterator<String> dates = List.of("Fri, 31 Dec 9999 23:59:59 GMT", "yesterday").iterator();
    exchange.disturb(PLACE, request -> PLACED.withHeader("Date", dates.next()));

    client.orders().place(order(1));
    client.orders().place(order(2)); // refused for its time, which the refusal puts right
    assertThat(exchange.requests()).hasSize(3);
    assertThat(client.clockOffset()).isZero();
  }

  @Test
  void whatACacheAnswersDoesNotMoveTheClock() {
    exchange.disturb(
        BALANCE,
        MONEY.withHeader("Date", "Fri, 27 Nov 2026 11:00:00 GMT").withHeader("Age", "3600"));

    var unused = client.portfolio().balance();

    assertThat(client.clockOffset()).isZero();
  }

  @Test
  void closingTheClientEndsTheSigningThread() throws Exception {
    KalshiClient signing = connect(config -> config.withReadySignatures(8));
    time.awaitSleepers(1);
    Thread thread = signingThread();
    assertThat(thread).isNotNull();

    signing.close();

    assertThat(thread.isAlive()).isFalse();
  }

  private static Thread signingThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("kalshi-signatures"))
        .findAny()
        .orElse(null);
  }
}
