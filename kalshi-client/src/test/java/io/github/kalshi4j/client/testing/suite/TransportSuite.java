package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.TransportOptions;
import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.Reply.Fault;
import io.github.kalshi4j.client.testing.RestSuite;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client's connections, and how calls end that do not come to their end. */
@Timeout(60)
public abstract class TransportSuite extends RestSuite {
  @Test
  void saysWhoItIsAndWhatItTakes() {
    TransportOptions options =
        TransportOptions.DEFAULT.withAcceptLanguage("pt-BR").withUserAgent("desk/7");
    KalshiClient desk = connect(config -> config.withTransport(options));

    assertThat(desk.exchange().status().tradingActive()).isTrue();

    ReceivedRequest request = exchange.requests().getFirst();
    assertThat(request.header("User-Agent")).contains("desk/7");
    assertThat(request.header("Accept-Language")).contains("pt-BR");
    assertThat(request.header("Accept-Encoding")).contains("gzip");
    assertThat(request.header("Accept")).contains("application/json");
    assertThat(request.header("Content-Type")).isEmpty();
    assertThat(request.header("Upgrade")).as("no attempt at HTTP/2 in clear text").isEmpty();
  }

  @Test
  void keepsItsConnection() {
    for (int i = 0; i < 5; i++) {
      assertThat(client.exchange().status().tradingActive()).isTrue();
      client.orders().place(order(i));
    }

    assertThat(exchange.connections()).isEqualTo(1);
  }

  @Test
  void usesAClientOfTheCallersOwnAndLeavesItOpen() {
    try (HttpClient own = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = 0; i < 2; i++) {
        try (KalshiClient its =
            connect(c -> c.withTransport(TransportOptions.DEFAULT.withClient(own)))) {
          assertThat(its.exchange().status().tradingActive()).isTrue();
        }
      }
      assertThat(own.isTerminated()).isFalse();
    }
  }

  @Test
  void endsACallWhoseThreadIsInterrupted() throws Exception {
    exchange.disturbNext(STATUS, Mishap.of(Fault.STALL_IN_BODY));
    exchange.disturbNext(PLACE, Mishap.of(Fault.STALL_IN_HEADERS));

    assertThat(interrupted(() -> client.exchange().status()))
        .isExactlyInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("interrupted");
    Throwable unknown = interrupted(() -> client.orders().place(ORDER));
    assertThat(unknown)
        .isInstanceOf(OrderOutcomeUnknownException.class)
        .hasMessageContaining("interrupted");
    assertThat(exchange.requests()).as("and none is tried again").hasSize(2);
    arrives((OrderOutcomeUnknownException) unknown);
  }

  /** Interrupts a call once its request is there, and returns what it throws. */
  private Throwable interrupted(Runnable call) throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                call.run();
                thrown.complete(null);
              } catch (RuntimeException e) {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                thrown.complete(e);
              }
            });
    exchange.awaitRequest();
    thread.interrupt();
    return thrown.get(10, TimeUnit.SECONDS);
  }

  /** Checks that an order is found out to be there, once. */
  private void arrives(OrderOutcomeUnknownException unknown) {
    eventually(() -> client.orders().resolve(unknown) instanceof Resolution.Found);
    assertThat(orders()).hasSize(1);
  }

  @Test
  void breaksOffWhatIsUnderWayWhenClosed() throws Exception {
    exchange.disturbNext(PLACE, Mishap.of(Fault.STALL_IN_BODY));
    KalshiClient other = connect(config -> config);
    CompletableFuture<Object> placing =
        CompletableFuture.supplyAsync(() -> other.orders().place(ORDER));
    exchange.awaitRequest();

    other.close();
    other.close();

    assertThatThrownBy(() -> placing.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(OrderOutcomeUnknownException.class)
        .satisfies(e -> arrives((OrderOutcomeUnknownException) e.getCause()));
    assertThatThrownBy(() -> other.exchange().status())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closesNothingWithAView() {
    client.withRequestTimeout(Duration.ofSeconds(1)).close();

    assertThat(client.exchange().status().tradingActive()).isTrue();
  }

  @Test
  void showsEveryAttemptToTheObserver() {
    exchange.disturbNext(
        STATUS,
        Mishap.instead(Reply.status(503).withHeader("X-Request-Id", "r-1")),
        Mishap.instead(Reply.status(429)));

    assertThat(client.exchange().status().tradingActive()).isTrue();

    assertThat(attempts)
        .extracting(Attempt::operation, Attempt::number, Attempt::status, Attempt::tokens)
        .containsExactly(
            tuple(STATUS, 1, 503, 10), tuple(STATUS, 2, 429, 10), tuple(STATUS, 3, 200, 10));
    assertThat(attempts.getFirst().requestId()).isEqualTo("r-1");
    assertThat(attempts.getLast().succeeded()).isTrue();
  }

  @Test
  void goesOnWhenItsObserverFails() {
    KalshiClient observed =
        connect(config ->
            config.withObserver(attempt -> {
              throw new IllegalStateException("the observer's own fault");
            }));

    assertThat(observed.exchange().status().tradingActive()).isTrue();
    assertThat(observed.orders().place(ORDER).clientOrderId()).isEqualTo(ORDER.clientOrderId());
  }

  @Test
  void needsCredentialsOnlyWhereTheExchangeDoes() {
    try (KalshiClient anonymous = KalshiClient.connect(ClientConfig.of(exchange.baseUrl()))) {
      assertThat(anonymous.exchange().status().tradingActive()).isTrue();
      assertThatThrownBy(() -> anonymous.orders().place(ORDER))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("needs credentials");
      assertThat(exchange.requests()).hasSize(1);
      assertThat(exchange.requests().getFirst().isSigned()).isFalse();
    }
  }
}
