package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClientConfigTest {
  private static ClientConfig of(String word) {
    return ClientConfig.fromEnvironment(Map.of("KALSHI_ENV", word));
  }

  @Test
  void isForTheDemoExchangeUnlessTheEnvironmentSaysOtherwise() {
    assertThat(ClientConfig.fromEnvironment(Map.of()).baseUrl())
        .hasToString("https://external-api.demo.kalshi.co/trade-api/v2");
    assertThat(of("demo")).isEqualTo(ClientConfig.demo());
    assertThat(of("live").baseUrl()).hasToString("https://external-api.kalshi.com/trade-api/v2");
  }

  @Test
  void refusesAnEnvironmentThatItCannotReach() {
    assertThatThrownBy(() -> of("simulator"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a base URL is needed");
    assertThatThrownBy(() -> of("production"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KALSHI_ENV is 'production', not one of simulator, demo and live");
  }

  @Test
  void changesOneThingAtATime() {
    ClientConfig config = ClientConfig.demo().withAttempts(7);

    assertThat(config.withRequestTimeout(Duration.ofSeconds(1)).attempts()).isEqualTo(7);
    assertThat(config.withBaseUrl(URI.create("http://127.0.0.1:1/x")).withAttempts(4))
        .isEqualTo(ClientConfig.of(URI.create("http://127.0.0.1:1/x")));
  }

  @Test
  void refusesAddressesThatCannotBe() {
    for (String url :
        new String[] {
          "ftp://a/x", "http:///x", "nowhere", "http://user:pass@a/x", "http://a/x?y"
        }) {
      assertThatThrownBy(() -> ClientConfig.of(URI.create(url)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("base URL")
          .hasMessageNotContaining("pass");
    }
    assertThat(ClientConfig.of(URI.create("http://a/x//")).baseUrl()).hasToString("http://a/x");
  }

  @Test
  void refusesNumbersThatCannotBe() {
    ClientConfig config = ClientConfig.demo();

    assertThatThrownBy(() -> config.withAttempts(0)).hasMessageContaining("0");
    assertThatThrownBy(() -> config.withReadySignatures(257)).hasMessageContaining("257");
    assertThatThrownBy(() -> config.withRequestTimeout(Duration.ZERO)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> config.withConnectTimeout(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> config.withBudgetPatience(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S");
  }
}
