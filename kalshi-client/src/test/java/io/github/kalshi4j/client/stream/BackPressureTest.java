package io.github.kalshi4j.client.stream;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of messages that come faster than a handler takes them. */
@Timeout(60)
final class BackPressureTest extends StreamTest {
  private final Seen<Object> seen = new Seen<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Holds the handler in its first call. */
  private void hold() {
    entered.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void letGo() {
    goOn.countDown();
  }

  private void awaitFrames(long count) {
    eventually(() -> stream.statistics().frames() >= count);
  }

  /** Sees events, holes and repairs, and is held in its first call. */
  private final class Slow<E extends StreamEvent> implements StreamHandler<E> {
    @Override
    public void on(E event) {
      hold();
      seen.add(event);
    }

    @Override
    public void onHole(Hole hole) {
      seen.add(hole.cause());
    }

    @Override
    public void onRepaired(Hole hole, int events) {
      seen.add(events);
    }
  }

  @Test
  void keepsOfTickersTheNewestOfEachMarket() throws InterruptedException {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.of(A, B)),
            ticker -> {
              hold();
              seen.add(ticker.market() + " " + ticker.lastPrice());
            });
    feed.ticker(A, Price.of("0.1000"));
    entered.await();
    for (int i = 1; i <= 50; i++) {
      feed.ticker(A, Price.ofCents(i));
    }
    feed.ticker(B, Price.of("0.6000"));
    awaitFrames(53);
    assertThat(subscription.statistics().waiting()).isEqualTo(2);

    goOn.countDown();

    assertThat(seen.next()).isEqualTo(A + " 0.1000");
    assertThat(seen.next()).isEqualTo(A + " 0.5000");
    assertThat(seen.next()).isEqualTo(B + " 0.6000");
    assertThat(subscription.statistics().conflated()).isEqualTo(49);
    assertThat(subscription.statistics().dropped()).isZero();
  }

  @Test
  void tellsWhereItLetsMessagesGo() throws InterruptedException {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.of(A))
                .withDelivery(Delivery.EACH)
                .withCapacity(3),
            new Slow<>());
    feed.ticker(A, Price.ofCents(1));
    entered.await();
    for (int i = 2; i <= 10; i++) {
      feed.ticker(A, Price.ofCents(i));
    }
    awaitFrames(11);

    goOn.countDown();

    for (int i = 1; i <= 4; i++) {
      assertThat(((Ticker) seen.next()).lastPrice()).isEqualTo(Price.ofCents(i));
    }
    assertThat(seen.next()).isEqualTo(Hole.Cause.OVERFLOW);
    assertThat(subscription.statistics().dropped()).isEqualTo(6);
    eventually(() -> subscription.statistics().openHoles() == 0);
    feed.ticker(A, Price.ofCents(11));
    assertThat(((Ticker) seen.next()).lastPrice()).isEqualTo(Price.ofCents(11));
  }

  private static final OrderId ORDER = OrderId.of("order-1");

  private void fill(int number) {
    feed.fill(
        TradeId.of("trade-" + number),
        ORDER,
        A,
        BookSide.BID,
        Price.of("0.4000"),
        Quantity.ofContracts(1),
        false);
  }

  @Test
  void readsFillsOverRestThatItLetGo() throws InterruptedException {
    exchange.on(
        "GET /portfolio/fills",
        request ->
            Reply.json(
                IntStream.rangeClosed(1, 9)
                    .mapToObj(number ->
                        """
                        {"fill_id": "trade-%1$d", "trade_id": "trade-%1$d", "order_id": "order-1",
                         "ticker": "%2$s", "outcome_side": "yes", "book_side": "bid",
                         "count_fp": "1.00", "yes_price_dollars": "0.4000", "is_taker": false,
                         "fee_cost": "0.0000", "exchange_index": 0, "created_time": "%3$s"}
                        """
                            .formatted(number, A, TimeSource.system().now()))
                    .collect(Collectors.joining(",", "{\"fills\":[", "],\"cursor\":\"\"}"))));
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.fills(MarketSelection.all()).withCapacity(3), new Slow<FillEvent>());
    fill(1);
    entered.await();
    for (int i = 2; i <= 9; i++) {
      fill(i);
    }
    awaitFrames(10);

    goOn.countDown();

    for (int i = 1; i <= 4; i++) {
      assertThat(((FillEvent) seen.next()).id()).isEqualTo(TradeId.of("trade-" + i));
    }
    assertThat(seen.next()).isEqualTo(Hole.Cause.OVERFLOW);
    for (int i = 5; i <= 9; i++) {
      assertThat(((FillEvent) seen.next()).id()).isEqualTo(TradeId.of("trade-" + i));
    }
    assertThat(seen.next()).isEqualTo(5);
    fill(10);
    assertThat(((FillEvent) seen.next()).id()).isEqualTo(TradeId.of("trade-10"));
    assertThat(subscription.statistics().dropped()).isEqualTo(5);
    assertThat(subscription.statistics().backfilled()).isEqualTo(5);
  }

  @Test
  void sendsSnapshotsAfterBookMessagesThatItLetGo() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    stream.subscribe(
        StreamRequest.bookEvents(MarketSelection.of(A)).withCapacity(3), new Slow<BookEvent>());
    entered.await();
    for (int i = 1; i <= 10; i++) {
      feed.delta(A, BookSide.BID, Price.ofCents(i), 100);
    }
    awaitFrames(12);

    goOn.countDown();

    assertThat(seen.next()).isInstanceOf(BookSnapshot.class);
    assertThat(seen.next()).isEqualTo(Hole.Cause.OVERFLOW);
    BookSnapshot fresh = (BookSnapshot) seen.next();
    assertThat(fresh.bids()).hasSize(11);
    feed.delta(A, BookSide.BID, Price.ofCents(11), 100);
    assertThat(((BookDelta) seen.next()).sequence()).isEqualTo(fresh.sequence() + 1);
  }

  @Test
  void showsASlowHandlerTheNewestBook() throws InterruptedException {
    feed.book(A, List.of(level("0.4000", "10.00")), List.of());
    StreamSubscription subscription =
        stream.orderBook(
            A,
            book -> {
              hold();
              seen.add(book.toString());
            });
    entered.await();
    for (int i = 1; i <= 100; i++) {
      feed.delta(A, BookSide.BID, Price.of("0.4000"), 100);
    }
    feed.delta(A, BookSide.BID, Price.of("0.4100"), 100);
    feed.delta(A, BookSide.ASK, Price.of("0.4200"), 100);
    awaitFrames(104);

    goOn.countDown();

    assertThat(seen.next()).isEqualTo(A + " bid 0.4000 ask none");
    assertThat(seen.next()).isEqualTo(A + " bid 0.4100 ask 0.4200");
    assertThat(subscription.statistics().delivered()).isEqualTo(2);
    assertThat(subscription.statistics().conflated()).isGreaterThan(90);
  }
}
