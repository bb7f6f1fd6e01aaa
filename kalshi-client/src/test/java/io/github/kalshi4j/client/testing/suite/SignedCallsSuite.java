package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.portfolio.Balance;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.RestSuite;
import io.github.kalshi4j.client.testing.TestKeys;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing from end to end, to an exchange that verifies each signature and minds the time. */
@Timeout(60)
public abstract class SignedCallsSuite extends RestSuite {
  protected SignedCallsSuite() {
    super(ManualTimeSource.at(Instant.parse("2026-11-27T12:00:00Z")));
  }

  /** Connects a client that keeps so many signatures ready, and has them. */
  private KalshiClient ready(int signatures, Credentials credentials) throws Exception {
    KalshiClient connected = connect(config -> config.withReadySignatures(signatures), credentials);
    if (signatures > 0) {
      time.awaitSleepers(1);
    }
    return connected;
  }

  private static long stamp(ReceivedRequest request) {
    return Long.parseLong(request.header("KALSHI-ACCESS-TIMESTAMP").orElseThrow());
  }

  private List<Long> stamps(String operation) {
    return exchange.requests(operation).stream().map(SignedCallsSuite::stamp).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "Ed25519"})
  void ordersArePlacedWithReadySignatures(String kind) throws Exception {
    KeyPair pair = kind.equals("RSA") ? TestKeys.RSA : TestKeys.ED25519;
    ApiKeyId id = ApiKeyId.of("0d5c1b7e-3f0a-4c55-8f11-6a2d9e4b7c20");
    bench.accept(id, pair.getPublic());
    KalshiClient signing = ready(8, Credentials.of(id, pair.getPrivate()));

    for (int i = 0; i < 20; i++) {
      signing.orders().place(order(i));
      if (i % 5 == 0) {
        var unused = signing.portfolio().balance();
        time.advance(Duration.ofMillis(100));
        time.awaitSleepers(1);
      }
    }

    assertThat(stamps(PLACE)).hasSize(20).doesNotHaveDuplicates().allMatch(s -> s % 2 == 1);
    assertThat(stamps(BALANCE)).hasSize(4).doesNotHaveDuplicates().allMatch(s -> s % 2 == 0);
    assertThat(exchange.requests(PLACE))
        .extracting(request -> request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow())
        .doesNotHaveDuplicates();
    assertThat(orders()).hasSize(20);
  }

  @Test
  void ordersBeyondWhatIsReadyAreSignedOnTheSpot() throws Exception {
    KalshiClient signing = ready(4, TestKeys.credentials());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> placing = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        int number = i;
        placing.add(threads.submit(() -> signing.orders().place(order(number))));
      }
      for (Future<?> placed : placing) {
        placed.get(20, TimeUnit.SECONDS);
      }
    }

    assertThat(stamps(PLACE)).hasSize(12).doesNotHaveDuplicates();
    assertThat(stamps(PLACE).stream().filter(stamp -> stamp % 2 == 1)).hasSize(4);
    assertThat(orders()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(longs = {40, -40, 7_200, -7_200})
  void aReadIsSentAgainOnceItsTimeIsCorrected(long ahead) throws Exception {
    bench.skew(Duration.ofSeconds(ahead));

    Balance first = client.portfolio().balance();

    assertThat(exchange.requests()).hasSize(2);
    assertThat(client.clockOffset().minusSeconds(ahead).abs())
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(client.portfolio().balance().available()).isEqualTo(first.available());
    assertThat(exchange.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void anOrderIsSentAgainOnceItsTimeIsCorrected(int readySignatures) throws Exception {
    bench.skew(Duration.ofSeconds(-40));
    KalshiClient signing = ready(readySignatures, TestKeys.credentials());

    signing.orders().place(order(1));

    assertThat(exchange.requests()).hasSize(2);
    assertThat(exchange.requests().getFirst().body())
        .isEqualTo(exchange.requests().getLast().body());
    assertThat(stamps(PLACE).getLast()).as("what was ready does not fit").isEven();
    if (readySignatures > 0) {
      time.advance(Duration.ofMillis(100));
      time.awaitSleepers(1);
      signing.orders().place(order(2));
      assertThat(exchange.requests()).hasSize(3);
      assertThat(stamps(PLACE).getLast()).as("and is replaced by what does").isOdd();
    }
    assertThat(orders()).hasSize(readySignatures > 0 ? 2 : 1);
  }

  @Test
  void anyOtherRefusalOfASignatureIsFinalAtOnce() {
    KalshiClient stranger =
        connect(
            config -> config,
            Credentials.of(TestKeys.ID, TestKeys.generate("Ed25519", 255).getPrivate()));

    assertThatThrownBy(() -> stranger.portfolio().balance())
        .isInstanceOf(KalshiAuthenticationException.class);
    assertThatThrownBy(() -> stranger.orders().place(ORDER))
        .isInstanceOf(KalshiAuthenticationException.class);
    assertThat(exchange.requests()).hasSize(2);
    assertThat(orders()).isEmpty();
  }
}
