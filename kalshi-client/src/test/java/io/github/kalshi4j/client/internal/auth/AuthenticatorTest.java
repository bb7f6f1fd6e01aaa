package io.github.kalshi4j.client.internal.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.BearerSigner;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
  private static final Instant NOON = Instant.parse("2026-07-04T12:00:00Z");
  private static final String ORDERS = "/trade-api/v2/portfolio/events/orders";

  private final ManualTimeSource time = ManualTimeSource.at(NOON);
  private final ClockSkew skew = new ClockSkew();

  private Authenticator start(int ready) throws Exception {
    Authenticator authenticator =
        Authenticator.start(
            TestKeys.credentials(),
            skew,
            time,
            List.of("POST " + ORDERS, "DELETE " + ORDERS),
            ready);
    if (ready > 0) {
      time.awaitSleepers(1);
    }
    return authenticator;
  }

  /** Signs, verifies, and returns the stamp. */
  private static long stamp(Authenticator authenticator, String method, String path) {
    List<Header> headers = authenticator.sign(method, path);
    assertThat(headers.getFirst()).isEqualTo(new Header("KALSHI-ACCESS-KEY", TestKeys.ID.value()));
    String stamp = headers.get(1).value();
    assertThat(
            FakeExchange.verify(
                TestKeys.ED25519.getPublic(),
                (stamp + method + path).getBytes(US_ASCII),
                Base64.getDecoder().decode(headers.get(2).value())))
        .isTrue();
    return Long.parseLong(stamp);
  }

  @Test
  void signsOnTheSpotWithAMillisecondForEachRequest() throws Exception {
    try (Authenticator authenticator = start(0)) {
      assertThat(stamp(authenticator, "POST", ORDERS)).isEqualTo(NOON.toEpochMilli());
      assertThat(stamp(authenticator, "POST", ORDERS)).isEqualTo(NOON.toEpochMilli() + 2);
      time.advance(Duration.ofMillis(11));
      assertThat(stamp(authenticator, "GET", ORDERS)).isEqualTo(NOON.toEpochMilli() + 12);
    }
  }

  @Test
  void signsWithTheExchangesTime() throws Exception {
    skew.observe(NOON.plusSeconds(30), NOON, NOON);
    try (Authenticator authenticator = start(1)) {
      assertThat(authenticator.exchangeTime()).isEqualTo(NOON.plusSeconds(30));
      assertThat(stamp(authenticator, "GET", ORDERS)).isEqualTo(NOON.toEpochMilli() + 30_000);
      assertThat(stamp(authenticator, "POST", ORDERS))
          .isBetween(NOON.toEpochMilli() + 28_000, NOON.toEpochMilli() + 32_000)
          .isOdd();
    }
  }

  @Test
  void takesReadySignaturesForTheirRoutesAndSignsTheRestOnTheSpot() throws Exception {
    try (Authenticator authenticator = start(3)) {
      Set<Long> stamps = new HashSet<>();
      for (int i = 0; i < 3; i++) {
        long stamp = stamp(authenticator, "POST", ORDERS);
        assertThat(stamp).isOdd();
        assertThat(stamps.add(stamp)).isTrue();
      }
      assertThat(stamp(authenticator, "POST", ORDERS)).as("the pool is empty").isEven();
      assertThat(stamp(authenticator, "DELETE", ORDERS)).as("but not for this").isOdd();
      assertThat(stamp(authenticator, "POST", ORDERS + "/batched")).isEven();
      assertThat(stamp(authenticator, "GET", ORDERS)).isEven();
    }
  }

  @Test
  void dropsReadySignaturesWhenTheSkewIsCorrected() throws Exception {
    try (Authenticator authenticator = start(3)) {
      skew.observe(NOON.minusSeconds(30), NOON, NOON);

      assertThat(stamp(authenticator, "POST", ORDERS))
          .isBetween(NOON.toEpochMilli() - 30_000, NOON.toEpochMilli() - 28_000)
          .isEven();
      time.advance(Duration.ofMillis(100));
      time.awaitSleepers(1);
      assertThat(stamp(authenticator, "POST", ORDERS))
          .isBetween(NOON.toEpochMilli() - 30_900, NOON.toEpochMilli() - 26_900)
          .isOdd();
    }
  }

  @Test
  void signsOnTheSpotOnceItIsClosed() throws Exception {
    Authenticator authenticator = start(3);
    authenticator.close();
    authenticator.close();

    assertThat(stamp(authenticator, "POST", ORDERS)).isEven();
  }

  @Test
  void passesOnWhatAnySignerGives() {
    try (Authenticator authenticator =
        Authenticator.start(
            Credentials.of(new BearerSigner("gateway-token")), skew, time, List.of(), 0)) {
      assertThat(authenticator.sign("GET", ORDERS))
          .containsExactly(new Header("Authorization", "Bearer gateway-token"));
    }
  }
}
