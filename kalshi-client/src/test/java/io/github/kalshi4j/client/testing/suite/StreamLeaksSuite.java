package io.github.kalshi4j.client.testing.suite;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Resources;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.testing.TimedStreamSuite;
import io.github.kalshi4j.client.testing.VirtualThreads;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
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
public abstract class StreamLeaksSuite extends TimedStreamSuite {
  /** How often it is done. */
  private static final int CYCLES = Integer.getInteger("kalshi4j.stream.cycles", 500);

  private static final int WARM_UP = 50;

  /** What the fake exchange remembers of each connection, and more than what a stream needs. */
  private static final long BYTES_OF_A_CYCLE = 12_000;

  private static final long SLACK = 4 << 20;
  private static final String THREADS = "kalshi-stream";

  private final VirtualThreads threads = VirtualThreads.watch();

  @AfterEach
  void countNoMore() {
    threads.close();
  }

  @Test
  void leavesNothingBehindWhenItIsClosed() throws Exception {
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of());
    for (int i = 0; i < WARM_UP; i++) {
      cycle();
    }
    long files = Resources.openFiles();
    long heap = Resources.usedHeap();

    for (int i = 0; i < CYCLES; i++) {
      cycle();
    }

    exchange.stream().awaitOpen(0);
    eventually(() -> threads.alive(THREADS) == 0); // the observer of this test's own stream
    eventually(() -> Resources.threads("HttpClient") <= 1);
    eventually(() -> Resources.openFiles() <= files + 20);
    assertThat(Resources.usedHeap() - heap).isLessThan(CYCLES * BYTES_OF_A_CYCLE + SLACK);
  }

  private void cycle() throws InterruptedException {
    Seen<Object> shown = new Seen<>();
    try (KalshiClient other =
        KalshiClient.connect(
            config().withReadySignatures(0).withTime(time), TestKeys.credentials())) {
      other.stream().observe(state -> {});
      other.stream().orderBook(A, shown::add);
      other.stream().subscribe(StreamRequest.tickers(MarketSelection.of(A)), ticker -> {});
      shown.next();
    }
    exchange.stream().awaitConnection();
    exchange.stream().awaitUpgrade();
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
    long before = threads.alive(THREADS);
    assertThat(before).isPositive();
    long files = Resources.openFiles();
    long heap = Resources.usedHeap();

    for (int i = 0; i < CYCLES; i++) {
      loseConnection(shown);
    }

    exchange.stream().awaitOpen(1);
    assertThat(threads.alive(THREADS)).isEqualTo(before);
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
