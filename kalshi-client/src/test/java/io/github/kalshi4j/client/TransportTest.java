package io.github.kalshi4j.client;

import static io.github.kalshi4j.client.ClientBench.OPEN;
import static io.github.kalshi4j.client.ClientBench.ORDER;
import static io.github.kalshi4j.client.ClientBench.PLACE;
import static io.github.kalshi4j.client.ClientBench.PLACED;
import static io.github.kalshi4j.client.ClientBench.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.Reply.Fault;
import io.github.kalshi4j.client.testing.TestTls;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class TransportTest {
  private static ClientBench benchWith(UnaryOperator<TransportOptions> options) {
    return ClientBench.open(config -> config.withTransport(options.apply(config.transport())));
  }

  @Test
  void saysWhoItIsAndWhatItTakes() {
    try (ClientBench bench =
        benchWith(o -> o.withAcceptLanguage("pt-BR").withUserAgent("desk/7"))) {
      bench.exchange.on(STATUS, OPEN);
      bench.client.exchange().status();

      ReceivedRequest request = bench.exchange.requests().getFirst();
      assertThat(request.header("User-Agent")).contains("desk/7");
      assertThat(request.header("Accept-Language")).contains("pt-BR");
      assertThat(request.header("Accept-Encoding")).contains("gzip");
      assertThat(request.header("Accept")).contains("application/json");
      assertThat(request.header("Content-Type")).isEmpty();
      assertThat(request.header("Upgrade")).as("no attempt at HTTP/2 in clear text").isEmpty();
    }
  }

  @Test
  void unpacksWhatIsPacked() {
    try (ClientBench bench = ClientBench.open(config -> config.withAttempts(1))) {
      bench.exchange.on(STATUS, OPEN.gzipped(), OPEN.withHeader("Content-Encoding", "gzip"));

      assertThat(bench.client.exchange().status().tradingActive()).isTrue();
      assertThatThrownBy(() -> bench.client.exchange().status())
          .isExactlyInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("cannot be unpacked");
    }
  }

  @Test
  void keepsItsConnection() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(STATUS, OPEN);
      bench.exchange.on(PLACE, PLACED);
      for (int i = 0; i < 5; i++) {
        bench.client.exchange().status();
        bench.client.orders().place(ORDER);
      }

      assertThat(bench.exchange.connections()).isEqualTo(1);
    }
  }

  @Test
  void goesThroughAProxy() {
    try (FakeExchange proxy = FakeExchange.start()) {
      proxy.on(STATUS, OPEN);
      InetSocketAddress address = new InetSocketAddress("127.0.0.1", proxy.baseUrl().getPort());
      ClientConfig config =
          ClientConfig.of(URI.create("http://exchange.invalid/trade-api/v2"))
              .withTransport(TransportOptions.DEFAULT.withProxy(ProxySelector.of(address)));
      try (KalshiClient client = KalshiClient.connect(config)) {
        assertThat(client.exchange().status().tradingActive()).isTrue();
      }
      assertThat(proxy.requests().getFirst().header("Host")).contains("exchange.invalid");
    }
  }

  @Test
  void trustsOnlyWhomItIsToldTo() {
    try (FakeExchange secure = FakeExchange.startTls(TestTls.CONTEXT)) {
      secure.on(STATUS, OPEN);
      ClientConfig config = ClientConfig.of(secure.baseUrl()).withAttempts(1);
      try (KalshiClient stranger = KalshiClient.connect(config)) {
        assertThatThrownBy(() -> stranger.exchange().status())
            .isExactlyInstanceOf(KalshiTransportException.class);
      }
      TransportOptions trusting = TransportOptions.DEFAULT.withSslContext(TestTls.CONTEXT);
      try (KalshiClient client = KalshiClient.connect(config.withTransport(trusting))) {
        assertThat(client.exchange().status().tradingActive()).isTrue();
      }
    }
  }

  @Test
  void usesAClientOfTheCallersOwnAndLeavesItOpen() {
    try (FakeExchange exchange = FakeExchange.start();
        HttpClient own = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      exchange.on(STATUS, OPEN);
      ClientConfig config =
          ClientConfig.of(exchange.baseUrl())
              .withTransport(TransportOptions.DEFAULT.withClient(own));
      for (int i = 0; i < 2; i++) {
        try (KalshiClient client = KalshiClient.connect(config)) {
          assertThat(client.exchange().status().tradingActive()).isTrue();
        }
      }
      assertThat(own.isTerminated()).isFalse();
    }
  }

  @Test
  void refusesAClientThatWouldFollowRedirects() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertThatThrownBy(() -> TransportOptions.DEFAULT.withClient(following))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NORMAL");
  }

  @Test
  void endsACallWhoseThreadIsInterrupted() throws Exception {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(STATUS, OPEN.with(Fault.STALL_IN_BODY));
      bench.exchange.on(PLACE, PLACED.with(Fault.STALL_IN_HEADERS));

      assertThat(interrupted(bench, () -> bench.client.exchange().status()))
          .isExactlyInstanceOf(KalshiTransportException.class)
          .hasMessageContaining("interrupted");
      assertThat(interrupted(bench, () -> bench.client.orders().place(ORDER)))
          .isInstanceOf(OrderOutcomeUnknownException.class)
          .hasMessageContaining("interrupted");
      assertThat(bench.exchange.requests()).as("and none is tried again").hasSize(2);
    }
  }

  /** Interrupts a call once its request is there, and returns what it throws. */
  private static Throwable interrupted(ClientBench bench, Runnable call) throws Exception {
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
    bench.exchange.awaitRequest();
    thread.interrupt();
    return thrown.get(10, TimeUnit.SECONDS);
  }

  @Test
  void breaksOffWhatIsUnderWayWhenClosed() throws Exception {
    ClientBench bench = ClientBench.open();
    try {
      bench.exchange.on(PLACE, PLACED.with(Fault.STALL_IN_BODY));
      CompletableFuture<Object> placing =
          CompletableFuture.supplyAsync(() -> bench.client.orders().place(ORDER));
      bench.exchange.awaitRequest();

      bench.client.close();
      bench.client.close();

      assertThatThrownBy(() -> placing.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(OrderOutcomeUnknownException.class);
      assertThatThrownBy(() -> bench.client.exchange().status())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    } finally {
      bench.close();
    }
  }

  @Test
  void closesNothingWithAView() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(STATUS, OPEN);
      bench.client.withRequestTimeout(Duration.ofSeconds(1)).close();

      assertThat(bench.client.exchange().status().tradingActive()).isTrue();
    }
  }

  @Test
  void showsEveryAttemptToTheObserver() {
    try (ClientBench bench = ClientBench.open()) {
      bench.exchange.on(
          STATUS, Reply.status(503).withHeader("X-Request-Id", "r-1"), Reply.status(429), OPEN);
      bench.client.exchange().status();

      assertThat(bench.attempts)
          .extracting(Attempt::operation, Attempt::number, Attempt::status, Attempt::tokens)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(STATUS, 1, 503, 10),
              org.assertj.core.groups.Tuple.tuple(STATUS, 2, 429, 10),
              org.assertj.core.groups.Tuple.tuple(STATUS, 3, 200, 10));
      assertThat(bench.attempts.getFirst().requestId()).isEqualTo("r-1");
      assertThat(bench.attempts.getLast().succeeded()).isTrue();
    }
  }

  @Test
  void goesOnWhenItsObserverFails() {
    CallObserver broken =
        attempt -> {
          throw new IllegalStateException("the observer's own fault");
        };
    try (ClientBench bench = ClientBench.open(config -> config.withObserver(broken))) {
      bench.exchange.on(STATUS, OPEN);

      assertThat(bench.client.exchange().status().tradingActive()).isTrue();
    }
  }

  @Test
  void needsCredentialsOnlyWhereTheExchangeDoes() {
    try (FakeExchange exchange = FakeExchange.start();
        KalshiClient anonymous = KalshiClient.connect(ClientConfig.of(exchange.baseUrl()))) {
      exchange.on(STATUS, OPEN);

      assertThat(anonymous.exchange().status().tradingActive()).isTrue();
      assertThatThrownBy(() -> anonymous.orders().place(ORDER))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("needs credentials");
      assertThat(exchange.requests()).hasSize(1);
    }
  }
}
