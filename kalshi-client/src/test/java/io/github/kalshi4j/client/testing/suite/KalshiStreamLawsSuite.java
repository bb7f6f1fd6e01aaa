package io.github.kalshi4j.client.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.BookRequest;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.Happenings;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The whole stream over real sockets, while its messages are lost, repeated and held back, its
 * connection is reset, the answers over REST lag and fail, and what else an exchange may do wrong
 * happens.
 */
public abstract class KalshiStreamLawsSuite {
  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);
  private static final MarketTicker A = MarketTicker.of("KXTEST-26NOV27-A");
  private static final MarketTicker B = MarketTicker.of("KXTEST-26NOV27-B");
  private static final Price PRICE = Price.ofCents(50);
  private static final Quantity ONE = Quantity.ofContracts(1);

  private final int wrongs;

  /**
   * Creates it.
   *
   * @param wrongs how many of a dozen faults or so are the exchange's own doing
   */
  protected KalshiStreamLawsSuite(int wrongs) {
    this.wrongs = wrongs;
  }

  /** Opens an exchange that runs by a clock. */
  protected abstract TestExchange open(ManualTimeSource time);

  /** Lets an exchange do something wrong, if it can. */
  protected void doWrong(FakeExchange exchange, Random random) {
    throw new IllegalStateException("it does nothing wrong");
  }

  /** A handler of books, quick or held up, that notes all it is shown. */
  private static final class Viewer implements BookHandler {
    private final Semaphore permits;
    private final Map<MarketTicker, String> last = new ConcurrentHashMap<>();
    private final List<String> all = new CopyOnWriteArrayList<>();

    Viewer(int permits) {
      this.permits = new Semaphore(permits);
    }

    @Override
    public void onBook(StreamBook book) {
      String before = show(book);
      permits.acquireUninterruptibly();
      all.add(before.equals(show(book)) ? before : "changed while it was shown");
      last.put(book.market(), before);
    }

    @Override
    public void onStale(MarketTicker market) {
      last.put(market, "stale");
    }
  }

  private static String show(OrderBook book) {
    return show(book.market(), book.levels(BookSide.BID, 999), book.levels(BookSide.ASK, 999));
  }

  private static String show(MarketTicker market, List<Level> bids, List<Level> asks) {
    return market + " " + bids + " " + asks;
  }

  /** The exchange, a client, and what it was told. */
  private final class World implements AutoCloseable {
    private final Random random;
    private final ManualTimeSource time =
        ManualTimeSource.at(Instant.parse("2026-11-27T12:00:00Z"));
    private final TestExchange bench = open(time);
    private final FakeExchange exchange = bench.front();
    private final Happenings happenings = bench.happenings();
    private final KalshiClient client;
    private final BlockingQueue<Object> moment = new LinkedBlockingQueue<>(); // stays empty
    private final Set<String> books = ConcurrentHashMap.newKeySet(); // all that ever were
    private final List<String> happened = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<StreamSubscription> subscriptions = new ArrayList<>();
    private final Viewer quick = new Viewer(1_000_000);
    private final Viewer slow = new Viewer(0);

    World(Random random) {
      this.random = random;
      happenings.list(List.of(A, B));
      happenings.watch((market, bids, asks) -> books.add(show(market, bids, asks)));
      client =
          KalshiClient.connect(
              ClientConfig.of(exchange.baseUrl())
                  .withRateLimits(new RateLimits(AMPLE, AMPLE))
                  .withAttempts(1)
                  .withTime(time)
                  .withReadySignatures(0)
                  .withStream(
                      StreamOptions.DEFAULT
                          .withUrl(exchange.streamUrl())
                          .withSilence(Duration.ofHours(24))
                          .withPauses(Duration.ofMillis(50), Duration.ofMillis(500))),
              TestKeys.credentials());
      KalshiStream stream = client.stream();
      for (MarketTicker market : List.of(A, B)) {
        happenings.book(
            market,
            List.of(FakeFeed.level("0.4000", "10.00")),
            List.of(FakeFeed.level("0.6000", "5.00")));
      }
      BookRequest request = BookRequest.of(MarketSelection.of(A, B));
      subscriptions.add(stream.orderBooks(request, quick));
      subscriptions.add(stream.orderBooks(request, slow));
      subscriptions.add(
          stream.subscribe(
              StreamRequest.trades(MarketSelection.of(A, B)),
              trade -> told.add(trade.id().value())));
      subscriptions.add(
          stream.subscribe(
              StreamRequest.fills(MarketSelection.all()).withCapacity(3),
              fill -> told.add(fill.id().value() + fill.order().value())));
    }

    String shown(MarketTicker market) {
      return show(
          market, happenings.levels(market, BookSide.BID), happenings.levels(market, BookSide.ASK));
    }

    void change() {
      MarketTicker market = market();
      BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
      int steps = 1 + random.nextInt(9);
      int step = random.nextInt(20) == 0 ? 1 : random.nextInt(20) == 0 ? 10 : 100;
      Price price = Price.ofCenticents(5000 + (side == BookSide.BID ? -1 : 1) * steps * step);
      long old =
          happenings.levels(market, side).stream()
              .filter(level -> level.price().equals(price))
              .mapToLong(level -> level.quantity().hundredths())
              .sum();
      happenings.delta(market, side, price, old > 0 && random.nextBoolean() ? -old : 100);
    }

    private MarketTicker market() {
      return random.nextBoolean() ? A : B;
    }

    void trade(MarketTicker market) {
      happened.add(happenings.trade(market, PRICE, ONE, BookSide.BID).value());
    }

    void fill() {
      List<Happenings.OwnFill> fills =
          random.nextBoolean() ? List.of(happenings.fill(A)) : happenings.matchWithOneself(A);
      happened.add(fills.getFirst().trade().value()); // the public sees it, too
      fills.forEach(fill -> happened.add(fill.trade().value() + fill.order().value()));
    }

    void fault() {
      List<FakeSocket> sockets = exchange.stream().sockets();
      switch (random.nextInt(8 + wrongs)) {
        case 0 -> sockets.forEach(FakeSocket::reset);
        case 1 -> bench.failRecords(Reply.json(503, "{}"));
        case 2 -> bench.failRecords(null);
        case 3 -> exchange.stream().dropNext("get_snapshot");
        case 4 -> {
          happenings.drop();
          trade(market());
        }
        case 5 -> {
          happenings.drop();
          change();
        }
        case 6 -> {
          happenings.duplicate();
          change();
        }
        case 7 -> {
          happenings.hold();
          change();
        }
        default -> doWrong(exchange, random);
      }
    }

    void pass(int millis) throws InterruptedException {
      time.advance(Duration.ofMillis(millis));
      var unused = moment.poll(5, TimeUnit.MILLISECONDS); // the network takes real time
    }

    void passUntil(BooleanSupplier condition) throws InterruptedException {
      for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
        pass(50);
      }
    }

    boolean isSettled() {
      return subscriptions.stream()
              .map(StreamSubscription::statistics)
              .allMatch(statistics -> statistics.openHoles() == 0 && statistics.waiting() == 0)
          && told.size() >= happened.size()
          && List.of(A, B).stream()
              .allMatch(market ->
                  shown(market).equals(quick.last.get(market))
                      && shown(market).equals(slow.last.get(market)));
    }

    @Override
    public void close() {
      slow.permits.release(1_000_000);
      client.close();
      bench.close();
    }
  }

  @Property(tries = 8)
  void nothingIsWrongLostOrTwice(@ForAll Random random) throws Exception {
    try (World world = new World(random)) {
      world.bench.lag(Duration.ofMillis(random.nextInt(2000)));
      for (int i = 0; i < 80; i++) {
        switch (random.nextInt(10)) {
          case 0 -> world.fault();
          case 1, 2 -> world.trade(world.market());
          case 3, 4 -> world.fill();
          case 5 -> world.slow.permits.release();
          case 6 -> {
            for (int step = random.nextInt(20); step > 0; step--) {
              world.pass(100);
            }
          }
          default -> world.change();
        }
      }
      world.bench.failRecords(null);
      world.happenings.calm();
      world.slow.permits.release(1_000_000);
      world.passUntil(() -> world.exchange.stream().open() == 1);
      for (MarketTicker market : List.of(A, B)) { // so that the last gap is seen
        world.trade(market);
        world.change();
      }
      world.passUntil(world::isSettled);

      assertThat(world.told).containsExactlyInAnyOrderElementsOf(world.happened);
      for (MarketTicker market : List.of(A, B)) {
        assertThat(world.quick.last.get(market)).isEqualTo(world.shown(market));
        assertThat(world.slow.last.get(market)).isEqualTo(world.shown(market));
      }
      assertThat(world.books).containsAll(world.quick.all).containsAll(world.slow.all);
    }
  }
}
