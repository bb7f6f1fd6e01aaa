package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.LostConnectionSuite;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the stream notices that its connection is worth nothing, and comes back. */
@Timeout(60)
final class LostConnectionTest extends LostConnectionSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void asksASilentExchangeForASignOfLifeAndThenConnectsAnew() throws Exception {
    FakeSocket socket = subscribed();
    socket.answerPings(false);

    pass(9);
    assertThat(socket.awaitPing()).isEmpty();
    pass(9);
    socket.awaitPing();
    assertThat(stream.state()).isInstanceOf(StreamState.Connected.class);
    pass(9);

    assertThat(passPause().reason()).isEqualTo("nothing was received for PT27S");
    comesBack();
    exchange.stream().awaitOpen(1);
  }

  @Test
  void takesAnAnsweredPingForLife() throws Exception {
    FakeSocket socket = subscribed();
    for (int i = 0; i < 6; i++) {
      pass(9);
      socket.awaitPing();
      Instant now = time.now();
      eventually(() -> now.equals(stream.statistics().lastFrame()));
    }

    assertThat(stream.state()).isInstanceOf(StreamState.Connected.class);
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }

  @Test
  void answersPingsOfTheExchangeAndTakesThemForLife() throws Exception {
    FakeSocket socket = subscribed();
    socket.answerPings(false);
    for (int i = 0; i < 6; i++) {
      pass(9);
      socket.awaitPing(); // our own is not answered
      socket.ping("heartbeat");
      assertThat(socket.awaitPong()).isEqualTo("heartbeat");
      Instant now = time.now();
      eventually(() -> now.equals(stream.statistics().lastFrame()));
    }

    assertThat(stream.state()).isInstanceOf(StreamState.Connected.class);
  }

  @Test
  void leavesAnExchangeThatStopsReading() throws Exception {
    Seen<MarketTicker> books = new Seen<>();
    List<MarketTicker> markets = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      markets.add(MarketTicker.of("KXTEST-26NOV27" + "X".repeat(50) + "-" + i));
    }
    exchange.stream().feed().book(markets.get(0), List.of(level("0.4000", "10.00")), List.of());
    stream.orderBooks(
        BookRequest.of(MarketSelection.of(markets)), book -> books.add(book.market()));
    FakeSocket socket = exchange.stream().awaitConnection();
    books.next();
    socket.stopReading();
    for (int i = 0; i < 200; i++) { // of 70 kB each
      stream.refreshBooks();
    }

    while (stream.state() instanceof StreamState.Connected) { // some may still fit on the way
      pass(5);
      socket.ping("the other way is open");
      Instant now = time.now();
      eventually(() ->
          now.equals(stream.statistics().lastFrame())
              || stream.state() instanceof StreamState.Disconnected);
    }

    assertThat(passPause().reason()).isEqualTo("nothing can be sent since PT10S");
    await(states, StreamState.Connected.class);
    exchange.stream().awaitConnection().awaitCommand("subscribe");
    socket.resume();
    exchange.stream().awaitOpen(1);
  }
}
