package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeRecords;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
 * The whole stream over real sockets, while its messages are lost, repeated, held back and garbled,
 * its connection is reset, its subscriptions are ended and the answers over REST lag and fail.
 */
class KalshiStreamLaws {
  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);
  private static final MarketTicker A = MarketTicker.of("KXTEST-26NOV27-A");
  private static final MarketTicker B = MarketTicker.of("KXTEST-26NOV27-B");
  private static final Price PRICE = Price.ofCents(40);
  private static final Quantity ONE = Quantity.ofContracts(1);
  private static final List<String> CHANNELS = List.of("orderbook_delta", "trade", "fill");

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
  private static final class World implements AutoCloseable {
    private final Random random;
    private final ManualTimeSource time =
        ManualTimeSource.at(Instant.parse("2026-11-27T12:00:00Z"));
    private final FakeExchange exchange = FakeExchange.start();
    private final FakeFeed feed = exchange.stream().feed();
    private final FakeRecords records = new FakeRecords(exchange, time::now);
    private final KalshiClient client;
    private final BlockingQueue<Object> moment = new LinkedBlockingQueue<>(); // stays empty
    private final Set<String> books = ConcurrentHashMap.newKeySet(); // all that ever were
    private final List<String> happened = new ArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<StreamSubscription> subscriptions = new ArrayList<>();
    private final Viewer quick = new Viewer(1_000_000);
    private final Viewer slow = new Viewer(0);
    private int fills;

    World(Random random) {
      this.random = random;
      exchange.useClock(time::now);
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
        feed.book(
            market,
            List.of(FakeFeed.level("0.4000", "10.00")),
            List.of(FakeFeed.level("0.6000", "5.00")));
        note(market);
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

    private void note(MarketTicker market) {
      books.add(shown(market));
    }

    String shown(MarketTicker market) {
      return show(market, feed.levels(market, BookSide.BID), feed.levels(market, BookSide.ASK));
    }

    void change() {
      MarketTicker market = market();
      BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
      int steps = 1 + random.nextInt(9);
      int step = random.nextInt(20) == 0 ? 1 : random.nextInt(20) == 0 ? 10 : 100;
      Price price = Price.ofCenticents(5000 + (side == BookSide.BID ? -1 : 1) * steps * step);
      long old =
          feed.levels(market, side).stream()
              .filter(level -> level.price().equals(price))
              .mapToLong(level -> level.quantity().hundredths())
              .sum();
      feed.delta(market, side, price, old > 0 && random.nextBoolean() ? -old : 100);
      note(market);
    }

    private MarketTicker market() {
      return random.nextBoolean() ? A : B;
    }

    void trade(MarketTicker market) {
      Instant now = time.now();
      TradeId id = feed.trade(market, PRICE, ONE, BookSide.BID);
      records.trade(id, market, PRICE, ONE, BookSide.BID, now);
      happened.add(id.value());
    }

    void fill() {
      Instant now = time.now();
      TradeId id = TradeId.of(new UUID(2, fills++).toString());
      for (int side = 0; side < 1 + random.nextInt(2); side++) { // two of a match with ourselves
        OrderId order = OrderId.of(new UUID(3, side).toString());
        feed.fill(id, order, A, BookSide.BID, PRICE, ONE, true);
        records.fill(id, order, A, BookSide.BID, PRICE, ONE, true, now);
        happened.add(id.value() + order.value());
      }
    }

    void fault() {
      List<FakeSocket> sockets = exchange.stream().sockets();
      switch (random.nextInt(12)) {
        case 0 -> sockets.forEach(FakeSocket::reset);
        case 1 -> feed.terminate(channel(), random.nextBoolean() ? 10 : 25);
        case 2 ->
            sockets.forEach(socket -> socket.send("{\"type\":\"fill\",\"sid\":4,\"msg\":[]}"));
        case 3 -> sockets.forEach(socket -> socket.send("{\"type\":"));
        case 4 -> feed.skip(random.nextBoolean() ? "trade" : "orderbook_delta");
        case 5 -> records.fail(Reply.json(503, "{}"));
        case 6 -> records.fail(null);
        case 7 -> exchange.stream().dropNext("get_snapshot");
        case 8 -> {
          feed.drop();
          trade(market());
        }
        case 9 -> {
          feed.drop();
          change();
        }
        case 10 -> {
          feed.duplicate();
          change();
        }
        default -> {
          feed.hold();
          change();
        }
      }
    }

    private String channel() {
      return CHANNELS.get(random.nextInt(CHANNELS.size()));
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
      exchange.close();
    }
  }

  @Property(tries = 8)
  void nothingIsWrongLostOrTwice(@ForAll Random random) throws Exception {
    try (World world = new World(random)) {
      world.records.lag(Duration.ofMillis(random.nextInt(2000)));
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
      world.records.fail(null);
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
