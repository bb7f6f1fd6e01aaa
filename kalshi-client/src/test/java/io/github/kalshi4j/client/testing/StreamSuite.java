package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * Tests of the stream that pass against any exchange that behaves: an exchange of its own, and a
 * client whose stream it serves.
 */
public abstract class StreamSuite {
  protected static final MarketTicker A = MarketTicker.of("KXTEST-26NOV27-A");
  protected static final MarketTicker B = MarketTicker.of("KXTEST-26NOV27-B");

  /** When a clock held by hand starts. */
  protected static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);

  /** The clock of the client and the exchange; null if both have the system's. */
  protected final ManualTimeSource time;

  protected final TestExchange bench;
  protected final FakeExchange exchange;
  protected final Happenings happenings;
  protected final KalshiClient client;
  protected final KalshiStream stream;

  protected StreamSuite() {
    this(null);
  }

  /** Creates it with a clock held by hand. */
  protected StreamSuite(@Nullable ManualTimeSource time) {
    this.time = time;
    bench = open(time);
    exchange = bench.front();
    happenings = bench.happenings();
    list();
    client = KalshiClient.connect(configure(config()), TestKeys.credentials());
    stream = client.stream();
  }

  /**
   * Opens an exchange. It is called before the test is constructed.
   *
   * @param clock what it runs by; null for the system's clock
   */
  protected abstract TestExchange open(@Nullable ManualTimeSource clock);

  /** Lists the markets that are there at first. */
  protected void list() {
    happenings.list(List.of(A, B));
  }

  /**
   * Returns a configuration that is quick to connect again; the client has what this test makes of
   * it.
   */
  protected final ClientConfig config() {
    ClientConfig config =
        ClientConfig.of(exchange.baseUrl())
            .withRateLimits(new RateLimits(AMPLE, AMPLE))
            .withAttempts(1)
            .withStream(
                StreamOptions.DEFAULT
                    .withUrl(exchange.streamUrl())
                    .withPauses(Duration.ofMillis(1), Duration.ofMillis(50)));
    return time == null ? config : config.withTime(time).withReadySignatures(0);
  }

  /** Returns the configuration of this test. */
  protected ClientConfig configure(ClientConfig config) {
    return config;
  }

  @AfterEach
  final void closeClientAndExchange() {
    client.close();
    bench.close();
  }

  /** Does something that blocks on a thread of its own. */
  protected static <T> CompletableFuture<T> async(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            result.complete(task.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Waits for what was done on another thread, at most ten seconds. */
  protected static <T> T get(CompletableFuture<T> result) throws Exception {
    return result.get(10, TimeUnit.SECONDS);
  }

  /** Waits until something that nobody announces is so, at most ten seconds. */
  protected static void eventually(BooleanSupplier condition) {
    long begin = TimeSource.system().nanoTime();
    while (!condition.getAsBoolean()) {
      if (TimeSource.system().nanoTime() - begin > TimeUnit.SECONDS.toNanos(10)) {
        throw new AssertionError("it is not so within ten seconds");
      }
      Thread.yield();
    }
  }

  /** What a handler was given, in order, to be waited for. */
  public static final class Seen<T> {
    private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

    public void add(T value) {
      queue.add(value);
    }

    /** Waits for the next, at most ten seconds. */
    public T next() throws InterruptedException {
      T value = queue.poll(10, TimeUnit.SECONDS);
      if (value == null) {
        throw new AssertionError("nothing came within ten seconds");
      }
      return value;
    }

    public boolean isEmpty() {
      return queue.isEmpty();
    }
  }

  /** Waits until the stream is in a state, at most ten seconds for each that comes before. */
  protected final <S extends StreamState> S await(Seen<StreamState> states, Class<S> wanted)
      throws InterruptedException {
    while (true) {
      StreamState state = states.next();
      if (wanted.isInstance(state)) {
        return wanted.cast(state);
      }
    }
  }
}
