package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Mishap;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.TestTls;
import io.github.kalshi4j.client.testing.suite.TransportSuite;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

/** The client's connections, and how calls end that do not come to their end. */
final class TransportTest extends TransportSuite {
  private static final Reply OPEN =
      Reply.json("{\"exchange_active\":true,\"trading_active\":true}");

  @Override
  protected TestExchange open(ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void unpacksWhatIsPacked() {
    KalshiClient once = connect(config -> config.withAttempts(1));
    exchange.disturbNext(
        STATUS,
        Mishap.instead(OPEN.gzipped()),
        Mishap.instead(OPEN.withHeader("Content-Encoding", "gzip")));

    assertThat(once.exchange().status().tradingActive()).isTrue();
    assertThatThrownBy(() -> once.exchange().status())
        .isExactlyInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("cannot be unpacked");
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
  void refusesAClientThatWouldFollowRedirects() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertThatThrownBy(() -> TransportOptions.DEFAULT.withClient(following))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NORMAL");
  }
}
