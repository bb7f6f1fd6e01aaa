package io.github.kalshi4j.benchmarks;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.stream.HotFrame;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How much the simulated exchange bears: 500 markets, 200 connected streams of which each follows
 * some markets, and orders at a growing rate, of which about half match. The orders come from a
 * thread of the same process, then over REST with their signatures. What is told is how many orders
 * and trades there were a second, how many frames arrived, and how late they were: from the time
 * that the frame gives the change until its receiver has it. The receivers use the same two
 * processors.
 *
 * <p>Run: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Dbenchmark.main=io.github.kalshi4j.benchmarks.SimulatorLoad}
 */
public final class SimulatorLoad {
  private static final int MARKETS = 500;
  private static final int STREAMS = 200;
  private static final int[] FOLLOWED = {10, 100};
  private static final int[] RATES = {500, 1_000, 2_000, 4_000, 8_000, 16_000};
  private static final int REST_CLIENTS = 8;
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final UserId MAKER = UserId.of("maker");
  private static final UserId TAKER = UserId.of("taker");

  private final List<MarketTicker> markets = new ArrayList<>();
  private final AtomicLong trades = new AtomicLong();
  private final Random random = new Random(1);
  private final SimulatedExchange exchange =
      SimulatedExchange.start(SimulatedExchangeConfig.EMPTY.withAccess(AccessPolicies.UNLIMITED));

  private SimulatorLoad() {}

  /** Prints a line for each step. */
  public static void main(String[] arguments) throws Exception {
    new SimulatorLoad().run();
  }

  private void run() throws Exception {
    Credentials makersKey = exchange.openMember(MAKER, Money.ofDollars(100_000_000));
    exchange.openMember(TAKER, Money.ofDollars(100_000_000));
    Credentials readersKey = exchange.openMember(UserId.of("reader"), Money.ZERO);
    Instant now = Instant.now();
    for (int i = 0; i < MARKETS; i++) {
      MarketTicker market = MarketTicker.of("KXLOAD-26-T" + i);
      markets.add(market);
      exchange.execute(
          new Command.ListMarket(
              ListedMarket.of(
                  market,
                  EventTicker.of("KXLOAD-26"),
                  now.minusSeconds(60),
                  now.plus(Duration.ofHours(2)))));
    }
    exchange.listen(event -> {
      if (event instanceof ExchangeEvent.Traded) {
        trades.incrementAndGet();
      }
    });
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int followed : FOLLOWED) {
        System.out.printf("%d streams of %d markets each%n", STREAMS, followed);
        List<Receiver> receivers = connect(http, followed, readersKey);
        for (int rate : RATES) {
          Load load = new Load(receivers);
          offer(rate);
          load.report("in process, " + rate + " offered");
        }
        Load load = new Load(receivers);
        overRest(makersKey);
        load.report("over REST");
        receivers.forEach(Receiver::close);
      }
    } finally {
      exchange.close();
    }
    System.exit(0);
  }

  private List<Receiver> connect(HttpClient http, int followed, Credentials key) throws Exception {
    List<Receiver> receivers = new ArrayList<>();
    CountDownLatch snapshots = new CountDownLatch(STREAMS * followed);
    for (int i = 0; i < STREAMS; i++) {
      int first = random.nextInt(MARKETS);
      String chosen =
          IntStream.range(0, followed)
              .mapToObj(k -> '"' + markets.get((first + k) % MARKETS).value() + '"')
              .collect(Collectors.joining(","));
      Receiver receiver = new Receiver(snapshots);
      var builder = http.newWebSocketBuilder();
      for (Header header :
          key.signer().sign(System.currentTimeMillis(), "GET", exchange.streamUrl().getPath())) {
        builder.header(header.name(), header.value());
      }
      WebSocket socket = builder.buildAsync(exchange.streamUrl(), receiver).join();
      receiver.socket = socket;
      socket
          .sendText(
              """
              {"id":1,"cmd":"subscribe","params":{"channels":["orderbook_delta"],\
              "market_tickers":[%s],"use_yes_price":true}}\
              """
                  .formatted(chosen),
              true)
          .join();
      receivers.add(receiver);
    }
    snapshots.await();
    return receivers;
  }

  /** Gives orders at a rate: by turns one that rests, and one that meets it. */
  private void offer(int rate) {
    long start = System.nanoTime();
    long interval = 1_000_000_000L / rate;
    long orders = STEP.toNanos() / interval;
    for (long i = 0; i < orders; i++) {
      while (System.nanoTime() < start + i * interval) {
        LockSupport.parkNanos(start + i * interval - System.nanoTime());
      }
      exchange.execute(new Command.Place(i % 2 == 0 ? MAKER : TAKER, OrderRequest.from(order(i))));
    }
  }

  private LimitOrder order(long number) {
    MarketTicker market = markets.get((int) (number / 2 % MARKETS));
    return LimitOrder.goodTillCanceled(
        market,
        number % 2 == 0 ? BookSide.BID : BookSide.ASK,
        Price.ofCents(40),
        Quantity.ofContracts(10));
  }

  private void overRest(Credentials key) throws InterruptedException {
    AtomicLong number = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    long end = System.nanoTime() + STEP.toNanos();
    List<KalshiClient> clients = new ArrayList<>();
    for (int i = 0; i < REST_CLIENTS; i++) {
      KalshiClient client = KalshiClient.connect(ClientConfig.of(exchange.baseUrl()), key);
      clients.add(client);
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end) {
                  client.orders().place(order(2 * number.getAndIncrement()));
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    clients.forEach(KalshiClient::close);
    System.out.printf("  %d orders a second over REST%n", number.get() / STEP.toSeconds());
  }

  /** What happens while a load goes on. */
  private final class Load {
    private final List<Receiver> receivers;
    private final long start = System.nanoTime();
    private final long tradesBefore = trades.get();

    Load(List<Receiver> receivers) {
      this.receivers = receivers;
      receivers.forEach(Receiver::reset);
    }

    void report(String name) throws InterruptedException {
      double seconds = (System.nanoTime() - start) / 1e9;
      Thread.sleep(DRAIN);
      long[] late = receivers.stream().flatMapToLong(Receiver::late).sorted().toArray();
      long frames = receivers.stream().mapToLong(receiver -> receiver.frames).sum();
      long ended = receivers.stream().filter(receiver -> receiver.error != null).count();
      System.out.printf(
          "  %-28s %5.1f s, %6.0f trades/s, %8.0f frames/s; late by %.2f ms, 99 %%: %.2f ms,"
              + " most: %.2f ms; %d streams ended%n",
          name,
          seconds,
          (trades.get() - tradesBefore) / seconds,
          frames / seconds,
          at(late, 0.5),
          at(late, 0.99),
          at(late, 1),
          ended);
    }

    private static double at(long[] sorted, double share) {
      return sorted.length == 0
          ? Double.NaN
          : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e3;
    }
  }

  /** One stream's other end; notes the lateness of each sixteenth change, in microseconds. */
  private static final class Receiver implements WebSocket.Listener {
    private static final int SAMPLE = 16;

    private final CountDownLatch snapshots;
    private final StreamDecoder decoder = new StreamDecoder();
    private final StringBuilder text = new StringBuilder();
    private byte[] bytes = new byte[1 << 12];
    private long[] late = new long[1 << 16];
    private int noted;
    volatile @Nullable WebSocket socket;
    volatile long frames;
    volatile @Nullable String error;

    Receiver(CountDownLatch snapshots) {
      this.snapshots = snapshots;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        read();
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private synchronized void read() {
      frames++;
      if (text.indexOf("\"orderbook_snapshot\"") >= 0) {
        snapshots.countDown();
        return;
      }
      if (text.indexOf("\"error\"") >= 0) {
        error = text.toString();
        return;
      }
      if (frames % SAMPLE != 0 || text.indexOf("\"orderbook_delta\"") < 0) {
        return;
      }
      int length = text.length();
      if (bytes.length < length + 128) {
        bytes = new byte[2 * length + 128];
      }
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) text.charAt(i);
      }
      if (decoder.read(bytes, 0, length) == null && decoder.hot().kind() == HotFrame.Kind.DELTA) {
        if (noted == late.length) {
          late = Arrays.copyOf(late, 2 * noted);
        }
        Instant now = Instant.now();
        late[noted++] =
            now.getEpochSecond() * 1_000_000
                + now.getNano() / 1_000
                - decoder.hot().exchangeMicros();
      }
    }

    synchronized void reset() {
      noted = 0;
      frames = 0;
    }

    synchronized LongStream late() {
      return Arrays.stream(late, 0, noted);
    }

    void close() {
      WebSocket open = socket;
      if (open != null) {
        open.abort();
      }
    }
  }
}
