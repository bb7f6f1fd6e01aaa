package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamOptionsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://external-api.kalshi.com/trade-api/v2,     wss://external-api-ws.kalshi.com/trade-api/ws/v2
          https://external-api.demo.kalshi.co/trade-api/v2, wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2
          https://api.elections.kalshi.com/trade-api/v2,    wss://api.elections.kalshi.com/trade-api/ws/v2
          http://127.0.0.1:8080/trade-api/v2,               ws://127.0.0.1:8080/trade-api/ws/v2
          """)
  void findsTheStreamBesideTheRestApi(URI baseUrl, URI streamUrl) {
    assertThat(ClientConfig.of(baseUrl).streamUrl()).isEqualTo(streamUrl);
  }

  @Test
  void knowsTheStreamsOfBothExchanges() {
    assertThat(ClientConfig.production().streamUrl())
        .isEqualTo(URI.create("wss://external-api-ws.kalshi.com/trade-api/ws/v2"));
    assertThat(ClientConfig.demo().streamUrl())
        .isEqualTo(URI.create("wss://external-api-ws.demo.kalshi.co/trade-api/ws/v2"));
  }

  @Test
  void takesAnAddressOfItsOwn() {
    URI url = URI.create("ws://127.0.0.1:9/other");

    assertThat(ClientConfig.demo().withStream(StreamOptions.DEFAULT.withUrl(url)).streamUrl())
        .isEqualTo(url);
  }

  @Test
  void refusesWhatCannotBe() {
    StreamOptions options = StreamOptions.DEFAULT;

    assertThatThrownBy(() -> options.withUrl(URI.create("https://a.example/ws")))
        .hasMessage("stream URL must be ws or wss with a host: https://a.example/ws");
    assertThatThrownBy(() -> options.withUrl(URI.create("ws://secret@a.example/ws")))
        .hasMessage("stream URL must have no user, query or fragment");
    assertThatThrownBy(() -> options.withSilence(Duration.ZERO))
        .hasMessage("silence must be positive: PT0S");
    assertThatThrownBy(() -> options.withCommandTimeout(Duration.ofSeconds(-1)))
        .hasMessage("command timeout must be positive: PT-1S");
    assertThatThrownBy(() -> options.withPauses(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessage("longest pause PT1S is shorter than the first, PT2S");
    assertThatThrownBy(() -> options.withMaxFrameBytes(10))
        .hasMessage("the longest frame must be at least 1024 bytes: 10");
  }
}
