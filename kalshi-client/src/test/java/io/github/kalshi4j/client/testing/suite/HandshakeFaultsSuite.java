package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.Price;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a stream whose connection cannot be made. */
@Timeout(60)
public abstract class HandshakeFaultsSuite extends StreamSuite {
  private ClientConfig config; // set by configure, which is called before this is constructed
  private final Seen<StreamState> states = new Seen<>();
  private final Seen<RuntimeException> refusals = new Seen<>();

  /** Takes the handler's calls for the events, the refusals, and nothing else. */
  private final StreamHandler<Ticker> handler =
      new StreamHandler<>() {
        @Override
        public void on(Ticker event) {
          tickers.add(event);
        }

        @Override
        public void onRefused(RuntimeException reason) {
          refusals.add(reason);
        }
      };

  private final Seen<Ticker> tickers = new Seen<>();

  @Override
  protected ClientConfig configure(ClientConfig given) {
    config = given;
    return config;
  }

  protected final void subscribe() {
    stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), handler);
  }

  protected final void isLive() throws InterruptedException {
    FakeSocket socket = exchange.stream().awaitConnection();
    while (!socket.awaitCommand("subscribe").text().contains("\"ticker\"")) {
      // of another channel
    }
    happenings.ticker(A, Price.of("0.3300"));
    assertThat(tickers.next().market()).isEqualTo(A);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404})
  void failsAtOnceIfRefusedForGood(int status) throws InterruptedException {
    exchange.stream().refuse(status, "{}");

    assertThatThrownBy(this::subscribe)
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.status()).isEqualTo(status));

    subscribe();
    isLive();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void triesAgainWhereThatMayHelp(int status) throws InterruptedException {
    stream.observe(states::add);
    exchange.stream().refuse(status, "{}");
    exchange.stream().refuse(status, "{}");

    subscribe();

    assertThat(await(states, StreamState.Refused.class).status()).isEqualTo(status);
    assertThat(await(states, StreamState.Connecting.class).attempt()).isEqualTo(2);
    isLive();
    assertThat(refusals.isEmpty()).isTrue();
  }

  @Test
  void goesOnTryingIfTheKeyIsRefusedAfterHavingBeenTaken() throws InterruptedException {
    subscribe();
    Seen<RuntimeException> ofBooks = new Seen<>();
    stream.orderBook(
        A,
        new BookHandler() {
          @Override
          public void onBook(StreamBook book) {}

          @Override
          public void onRefused(RuntimeException reason) {
            ofBooks.add(reason);
          }
        });
    stream.observe(states::add);
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stream().refuseAlways(401, "{}");

    socket.reset();

    assertThat(refusals.next()).isInstanceOf(KalshiAuthenticationException.class);
    assertThat(refusals.next()).isInstanceOf(KalshiAuthenticationException.class);
    assertThat(ofBooks.next()).isInstanceOf(KalshiAuthenticationException.class);
    assertThat(await(states, StreamState.Refused.class).status()).isEqualTo(401);
    exchange.stream().acceptUpgrades();
    isLive();
  }

  @Test
  void correctsAClockThatIsOff() throws InterruptedException {
    Duration off = Duration.ofHours(1);
    bench.skew(off);

    subscribe();

    isLive();
    assertThat(exchange.stream().upgrades()).hasSize(2);
    assertThat(client.clockOffset()).isBetween(off.minusSeconds(2), off.plusSeconds(2));
  }

  @Test
  void correctsAClockThatWasSetMeanwhile() throws InterruptedException {
    subscribe();
    FakeSocket socket = exchange.stream().awaitConnection();
    bench.skew(Duration.ofMinutes(-3));

    socket.reset();

    isLive();
    assertThat(refusals.isEmpty()).isTrue();
  }

  @Test
  void doesNotTakeAWrongKeyForAWrongClock() {
    KalshiClient stranger =
        KalshiClient.connect(
            config, Credentials.of(TestKeys.ID, TestKeys.generate("Ed25519", 255).getPrivate()));
    try (stranger) {
      assertThatThrownBy(() -> stranger.stream().orderBook(A, book -> {}))
          .isInstanceOf(KalshiAuthenticationException.class);
    }
  }

  /** A signer that fails when told to. */
  private static final class Moody implements RequestSigner {
    private final RequestSigner signer = TestKeys.credentials().signer();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public List<Header> sign(long timestampMillis, String method, String path) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the key is in the safe");
      }
      return signer.sign(timestampMillis, method, path);
    }

    @Override
    public String description() {
      return "moody";
    }
  }

  @Test
  void survivesASignerThatFails() throws InterruptedException {
    Moody signer = new Moody();
    KalshiClient other =
        KalshiClient.connect(config.withReadySignatures(0), Credentials.of(signer));
    try (other) {
      other.stream().observe(states::add);
      signer.failures.set(2);
      other.stream().subscribe(StreamRequest.tickers(MarketSelection.of(A)), handler);
      assertThat(await(states, StreamState.Disconnected.class).reason())
          .isEqualTo("IllegalStateException: the key is in the safe");
      FakeSocket socket = exchange.stream().awaitConnection();
      socket.awaitCommand("subscribe");

      signer.failures.set(1);
      socket.reset();

      isLive();
    }
  }
}
