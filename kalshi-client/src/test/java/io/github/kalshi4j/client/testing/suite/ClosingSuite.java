package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.Price;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How streams and subscriptions end, whatever goes on meanwhile. */
@Timeout(60)
public abstract class ClosingSuite extends StreamSuite {
  private static final TimeSource TIME = TimeSource.system();

  /** A stream closes within three seconds; a busy machine is given more. */
  private static final Duration LIMIT = Duration.ofSeconds(8);

  private final Seen<StreamState> states = new Seen<>();
  protected final Seen<Object> seen = new Seen<>();

  protected final StreamSubscription subscribe(StreamHandler<Ticker> handler) {
    return stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), handler);
  }

  private void closeInTime() {
    long begin = TIME.nanoTime();
    stream.close();
    assertThat(Duration.ofNanos(TIME.nanoTime() - begin)).isLessThan(LIMIT);
  }

  @Test
  void closesAStreamThatWasNeverUsed() throws InterruptedException {
    stream.observe(states::add);

    closeInTime();

    await(states, StreamState.Closed.class);
    assertThat(exchange.stream().upgrades()).isEmpty();
  }

  @Test
  void closesWhileItWaitsToConnectAgain() throws Exception {
    subscribe(ticker -> {});
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stopListening();
    stream.observe(states::add);
    socket.reset();
    await(states, StreamState.Disconnected.class);

    closeInTime();

    await(states, StreamState.Closed.class);
    exchange.listenAgain();
    exchange.stream().awaitOpen(0);
  }

  @Test
  void leavesNoConnectionOpenWhereverInConnectingItIsClosed() throws Exception {
    for (int i = 0; i < 60; i++) {
      exchange.stream().answering(i % 2 == 0);
      var other = KalshiClient.connect(config(), TestKeys.credentials());
      CompletableFuture<StreamSubscription> subscribing =
          async(() -> other.stream().orderBook(A, book -> {}));
      long until = TIME.nanoTime() + i * 200_000L;
      while (TIME.nanoTime() < until) {
        Thread.onSpinWait();
      }
      other.stream().close();
      subscribing.exceptionally(e -> null).get(10, TimeUnit.SECONDS);
      exchange.stream().awaitOpen(0);
      other.close();
    }
  }

  @Test
  void failsACallThatWaits() throws Exception {
    exchange.stream().answering(false);
    CompletableFuture<StreamSubscription> subscribing = async(() -> subscribe(ticker -> {}));
    exchange.stream().awaitConnection().awaitCommand("subscribe");

    closeInTime();

    assertThatThrownBy(() -> get(subscribing))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream was closed");
  }

  @Test
  void closesOnceHoweverOftenItIsAsked() throws Exception {
    subscribe(ticker -> {});
    FakeSocket socket = exchange.stream().awaitConnection();
    CompletableFuture<Boolean> first = async(() -> closed());
    CompletableFuture<Boolean> second = async(() -> closed());
    get(first);
    get(second);

    stream.close();

    assertThat(socket.awaitClose()).isEqualTo(1000);
    exchange.stream().awaitOpen(0);
  }

  private boolean closed() {
    stream.close();
    return true;
  }

  @Test
  void closesThoughTheExchangeDoesNotAnswer() throws Exception {
    subscribe(ticker -> {});
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.stopReading();

    closeInTime();

    socket.resume();
    exchange.stream().awaitOpen(0);
  }

  @Test
  void waitsForACallUnderWayAndDoesNotInterruptIt() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    subscribe(ticker -> {
      entered.countDown();
      try {
        goOn.await();
        seen.add("finished");
      } catch (InterruptedException e) {
        seen.add("interrupted");
      }
    });
    happenings.ticker(A, Price.of("0.3300"));
    entered.await();

    CompletableFuture<Boolean> closing = async(() -> closed());
    exchange.stream().awaitOpen(0);
    goOn.countDown();
    get(closing);

    assertThat(seen.next()).isEqualTo("finished");
  }

  @Test
  void interruptsACallThatDoesNotEnd() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    subscribe(ticker -> {
      entered.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        seen.add("interrupted");
      }
    });
    happenings.ticker(A, Price.of("0.3300"));
    entered.await();

    closeInTime();

    assertThat(seen.next()).isEqualTo("interrupted");
  }

  @Test
  void closesFromInsideAHandlerWhichGoesOnUndisturbed() throws Exception {
    subscribe(ticker -> {
      stream.close();
      seen.add(Thread.currentThread().isInterrupted());
    });
    happenings.ticker(A, Price.of("0.3300"));
    happenings.ticker(A, Price.of("0.3300"));

    assertThat(seen.next()).isEqualTo(false);
    exchange.stream().awaitOpen(0);
    assertThat(stream.state()).isInstanceOf(StreamState.Closed.class);
    assertThat(seen.isEmpty()).isTrue();
  }

  @Test
  void endsASubscriptionFromInsideItsHandler() throws Exception {
    CompletableFuture<StreamSubscription> self = new CompletableFuture<>();
    self.complete(
        subscribe(ticker -> {
          self.join().close();
          seen.add(Thread.currentThread().isInterrupted());
        }));
    happenings.ticker(A, Price.of("0.3300"));

    assertThat(seen.next()).isEqualTo(false);
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.awaitCommand("unsubscribe");
    assertThat(stream.listSubscriptions()).isEmpty();
  }

  @Test
  void closesFromAnObserverAndFromAListener() throws Exception {
    stream.tap(
        new FrameListener() {
          @Override
          public void onFrame(long receiveNanos, byte[] buffer, int offset, int length) {}

          @Override
          public void onConnected(long receiveNanos) {
            seen.add("connected");
          }
        });
    stream.observe(state -> {
      if (state instanceof StreamState.Connected) {
        stream.close();
        seen.add("closed");
      }
    });

    assertThatThrownBy(() -> subscribe(ticker -> {})).isInstanceOf(IllegalStateException.class);

    Object first = seen.next();
    assertThat(first.equals("connected") ? seen.next() : first).isEqualTo("closed");
    exchange.stream().awaitOpen(0);
  }

  @Test
  void refusesCallsOnceItIsClosed() {
    StreamSubscription subscription = subscribe(ticker -> {});
    stream.close();

    assertThatThrownBy(() -> subscription.addMarkets(B)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> subscribe(ticker -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the stream is closed");
    assertThatThrownBy(stream::listSubscriptions).isInstanceOf(IllegalStateException.class);
    stream.refreshBooks();
    subscription.removeMarkets(A);
    subscription.close();
  }

  @Test
  void failsACallThatWaitsOnASubscriptionThatIsClosed() throws Exception {
    StreamSubscription subscription = subscribe(ticker -> {});
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stream().dropNext("add_markets");
    CompletableFuture<Boolean> adding =
        async(() -> {
          subscription.addMarkets(B);
          return true;
        });
    socket.awaitCommand("add_markets");

    subscription.close();

    assertThatThrownBy(() -> get(adding))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("was closed");
    assertThatThrownBy(() -> subscription.addMarkets(B))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("is closed");
    assertThat(subscription.markets()).isEmpty();
  }
}
