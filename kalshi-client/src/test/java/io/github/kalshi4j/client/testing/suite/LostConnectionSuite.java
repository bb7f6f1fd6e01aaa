package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.TimedStreamSuite;
import io.github.kalshi4j.client.value.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the stream notices that its connection is worth nothing, and comes back. */
@Timeout(60)
public abstract class LostConnectionSuite extends TimedStreamSuite {
  private final Seen<Ticker> tickers = new Seen<>();

  protected final FakeSocket subscribed() throws InterruptedException {
    stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), tickers::add);
    await(states, StreamState.Connected.class);
    return exchange.stream().awaitConnection();
  }

  /** Shows that the next connection has all that the lost one had. */
  protected final FakeSocket comesBack() throws InterruptedException {
    await(states, StreamState.Connected.class);
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.awaitCommand("subscribe");
    happenings.ticker(A, Price.of("0.3300"));
    assertThat(tickers.next().lastPrice()).isEqualTo(Price.of("0.3300"));
    return socket;
  }

  @Test
  void leavesAConnectionThatIsHalfOpen() throws Exception {
    FakeSocket socket = subscribed();
    socket.fallSilent();

    pass(SILENCE);

    passPause();
    comesBack();
    exchange.stream().awaitOpen(1);
  }

  @Test
  void triesForAMinuteWhileConnectionsAreRefused() throws Exception {
    FakeSocket socket = subscribed();
    pass(9);
    socket.awaitPing();
    pass(2); // it was a steady connection
    exchange.stopListening();
    socket.reset();

    List<Duration> pauses = new ArrayList<>();
    Duration waited = Duration.ZERO;
    while (waited.compareTo(Duration.ofMinutes(1)) < 0) {
      Duration pause = passPause().retryIn();
      pauses.add(pause);
      waited = waited.plus(pause);
    }
    StreamState.Disconnected last = await(states, StreamState.Disconnected.class);
    assertThat(last.reason()).contains("ConnectException");
    exchange.listenAgain();
    pass(last.retryIn());

    comesBack();
    Duration most = PAUSE;
    for (Duration pause : pauses) {
      assertThat(pause).isBetween(most.dividedBy(2), most);
      most = most.multipliedBy(2);
      most = most.compareTo(Duration.ofSeconds(30)) > 0 ? Duration.ofSeconds(30) : most;
    }
  }

  @Test
  void waitsNoLongerThanTheFirstPauseAfterAFirstLoss() throws Exception {
    FakeSocket socket = subscribed();
    socket.reset();

    assertThat(await(states, StreamState.Disconnected.class).retryIn()).isLessThanOrEqualTo(PAUSE);
  }

  @Test
  void waitsLongerAndLongerWhileConnectionsDoNotLast() throws Exception {
    FakeSocket socket = subscribed();
    Duration most = PAUSE;
    for (int i = 0; i < 4; i++) {
      socket.reset();
      assertThat(passPause().retryIn()).isBetween(most.dividedBy(2), most);
      most = most.multipliedBy(2);
      socket = comesBack();
    }

    pass(9);
    socket.awaitPing();
    pass(2);
    socket.reset();
    assertThat(passPause().retryIn()).isLessThanOrEqualTo(PAUSE);
  }

  @Test
  void connectsForANewCallThoughAPauseIsUnderWay() throws Exception {
    FakeSocket socket = subscribed();
    exchange.stopListening();
    socket.reset();
    for (int i = 0; i < 6; i++) {
      passPause();
    }
    StreamState.Disconnected last = await(states, StreamState.Disconnected.class);
    assertThat(last.retryIn()).isGreaterThan(PAUSE.multipliedBy(2));
    exchange.listenAgain();
    pass(PAUSE);

    stream.subscribe(StreamRequest.tickers(MarketSelection.of(B)), ticker -> {}).close();

    comesBack();
  }

  @Test
  void saysWhyACallCouldNotConnectThatCameDuringAPause() throws Exception {
    subscribed();
    exchange.stream().refuseAlways(401, "{}");
    exchange.stream().sockets().getFirst().reset();
    passPause();
    for (int i = 0; i < 6; i++) {
      pass(await(states, StreamState.Refused.class).retryIn());
    }
    await(states, StreamState.Refused.class);
    pass(PAUSE);

    assertThatThrownBy(
            () -> stream.subscribe(StreamRequest.tickers(MarketSelection.of(B)), ticker -> {}))
        .isInstanceOf(KalshiAuthenticationException.class);
  }

  @Test
  void failsACallThatCannotConnectInTime() throws Exception {
    exchange.stopListening();
    CompletableFuture<StreamSubscription> subscribing =
        async(() -> stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), t -> {}));
    await(states, StreamState.Disconnected.class);

    pass(10);

    assertThatThrownBy(() -> get(subscribing))
        .cause()
        .isInstanceOf(KalshiTransportException.class)
        .hasMessageContaining("ticker was not confirmed within PT10S: no connection to the stream");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1005, 1008, 1011, 4000})
  void connectsAnewWhateverTheCloseCode(int code) throws Exception {
    FakeSocket socket = subscribed();
    socket.close(code, code == 1005 ? "" : "so be it");

    assertThat(passPause().reason())
        .isEqualTo("the exchange closed it with code " + code + (code == 1005 ? "" : ": so be it"));
    comesBack();
    socket.awaitClose();
    exchange.stream().awaitOpen(1);
  }

  @Test
  void sendsACommandAgainThatIsNotAnswered() throws Exception {
    exchange.stream().dropNext("subscribe");
    CompletableFuture<StreamSubscription> subscribing =
        async(() -> stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), tickers::add));
    FakeSocket socket = exchange.stream().awaitConnection();
    long first = socket.awaitCommand("subscribe").id();

    pass(5);

    assertThat(socket.awaitCommand("subscribe").id()).isNotEqualTo(first);
    assertThat(get(subscribing).markets()).containsExactly(A);
    assertThat(stream.statistics().unanswered()).isEqualTo(1);
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }

  @Test
  void failsACallThatIsNotAnsweredAndLeavesTheConnection() throws Exception {
    exchange.stream().answering(false);
    CompletableFuture<StreamSubscription> subscribing =
        async(() -> stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), tickers::add));
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.awaitCommand("subscribe");
    pass(5);
    socket.awaitCommand("subscribe");

    pass(5);

    assertThatThrownBy(() -> get(subscribing))
        .cause()
        .isInstanceOf(KalshiTransportException.class)
        .hasMessage("ticker was not confirmed within PT10S");
    assertThat(socket.awaitClose()).isEqualTo(1006);
    assertThat(stream.statistics().unanswered()).isEqualTo(2);
  }

  @Test
  void connectsAnewWhereSubscriptionsAreNotMadeAgain() throws Exception {
    FakeSocket first = subscribed();
    exchange.stream().answering(false);
    first.reset();
    passPause();
    FakeSocket second = exchange.stream().awaitConnection();
    second.awaitCommand("subscribe");

    pass(5);
    second.awaitCommand("subscribe");
    exchange.stream().answering(true);
    pass(5);

    assertThat(passPause().reason()).contains("subscribe of ticker for " + A + " was not answered");
    comesBack();
  }

  @Test
  void takesTheTimeOfAClockThatWasSetBack() throws Exception {
    FakeSocket socket = subscribed();
    Seen<Long> received = new Seen<>();
    stream.tap((nanos, buffer, offset, length) -> received.add(nanos));
    happenings.ticker(A, Price.of("0.3300"));
    long before = received.next();
    tickers.next();

    time.step(Duration.ofHours(-1));
    happenings.ticker(A, Price.of("0.3300"));

    assertThat(received.next()).isEqualTo(before - Duration.ofHours(1).toNanos());
    tickers.next();
    pass(9);
    socket.awaitPing();
    assertThat(stream.state()).isInstanceOf(StreamState.Connected.class);
    socket.reset();
    passPause();
    comesBack();
  }
}
