package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.ClosingSuite;
import io.github.kalshi4j.client.value.Price;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How streams and subscriptions end, whatever goes on meanwhile. */
@Timeout(60)
final class ClosingTest extends ClosingSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void givesUpACallWhoseThreadIsInterrupted() throws Exception {
    exchange.stream().dropNext("subscribe");
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                subscribe(ticker -> {});
              } catch (RuntimeException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
                failure.complete(e);
              }
            });
    FakeSocket socket = exchange.stream().awaitConnection();
    long id = socket.awaitCommand("subscribe").id();

    caller.interrupt();

    assertThat(get(failure))
        .isInstanceOf(KalshiTransportException.class)
        .hasMessage("interrupted while subscribing to ticker");
    assertThat(get(interrupted)).isTrue();
    socket.send(
        "{\"type\":\"subscribed\",\"id\":%d,\"msg\":{\"channel\":\"ticker\",\"sid\":1}}%n"
            .formatted(id));
    assertThat(socket.awaitCommand("unsubscribe").params().get("sids").get(0).asInt()).isEqualTo(1);
  }

  @Test
  void takesBackWhatAnInterruptedCallWanted() throws Exception {
    StreamSubscription subscription = subscribe(ticker -> seen.add(ticker.market()));
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stream().dropNext("add_markets");
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                subscription.addMarkets(B);
              } catch (RuntimeException e) {
                failure.complete(e);
              }
            });
    long id = socket.awaitCommand("add_markets").id();

    caller.interrupt();

    assertThat(get(failure)).isInstanceOf(KalshiTransportException.class);
    assertThat(subscription.markets()).containsExactly(A);
    socket.send("{\"type\":\"ok\",\"id\":%d,\"sid\":1,\"seq\":1,\"msg\":{}}%n".formatted(id));
    socket.awaitCommand("delete_markets");
    subscription.addMarkets(B);
    happenings.ticker(B, Price.of("0.3300"));
    assertThat(seen.next()).isEqualTo(B);
  }
}
