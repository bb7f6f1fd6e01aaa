package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Resources;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.StreamLeaksSuite;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whether streams leave anything behind. How often is the system property {@code
 * kalshi4j.stream.cycles}, 500 if it is not set; the profile {@code endurance} sets 10 000:
 *
 * <pre>{@code
 * ./mvnw -Pendurance -pl kalshi-client test
 * }</pre>
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class StreamLeaksTest extends StreamLeaksSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void leavesNothingBehindWhenItConnectsAgain() throws Exception {
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of());
    Seen<Object> shown = new Seen<>();
    stream.orderBook(A, book -> shown.add(book.toString()));
    stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), ticker -> {});
    for (int i = 0; i < WARM_UP; i++) {
      loseConnection(shown);
    }
    long threads = Resources.threads(THREADS);
    long files = Resources.openFiles();
    long heap = Resources.usedHeap();

    for (int i = 0; i < CYCLES; i++) {
      loseConnection(shown);
    }

    exchange.stream().awaitOpen(1);
    assertThat(Resources.threads(THREADS)).isEqualTo(threads);
    eventually(() -> Resources.openFiles() <= files + 20);
    assertThat(Resources.usedHeap() - heap).isLessThan(CYCLES * BYTES_OF_A_CYCLE + SLACK);
    await(states, StreamState.Connected.class);
    assertThat(stream.statistics().connections()).isEqualTo(1 + WARM_UP + CYCLES);
  }

  private void loseConnection(Seen<Object> shown) throws Exception {
    await(states, StreamState.Connected.class);
    shown.next();
    FakeSocket socket = exchange.stream().awaitConnection();
    exchange.stream().awaitUpgrade();
    socket.reset();
    passPause();
  }
}
