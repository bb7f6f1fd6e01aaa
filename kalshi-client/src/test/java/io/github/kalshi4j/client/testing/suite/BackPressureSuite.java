package io.github.kalshi4j.client.testing.suite;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.Hole;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.StreamHandler;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.TradeId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of messages that come faster than a handler takes them. */
@Timeout(60)
public abstract class BackPressureSuite extends StreamSuite {
  protected final Seen<Object> seen = new Seen<>();
  protected final CountDownLatch entered = new CountDownLatch(1);
  protected final CountDownLatch goOn = new CountDownLatch(1);

  /** Holds the handler in its first call. */
  protected final void hold() {
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

  protected final void awaitFrames(long count) {
    eventually(() -> stream.statistics().frames() >= count);
  }

  /** Sees events, holes and repairs, and is held in its first call. */
  protected final class Slow<E extends StreamEvent> implements StreamHandler<E> {
    /** Creates one. */
    public Slow() {}

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
  void readsFillsOverRestThatItLetGo() throws InterruptedException {
    List<TradeId> fills = new ArrayList<>();
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.fills(MarketSelection.all()).withCapacity(3), new Slow<FillEvent>());
    fills.add(happenings.fill(A).trade());
    entered.await();
    for (int i = 2; i <= 9; i++) {
      fills.add(happenings.fill(A).trade());
    }
    awaitFrames(10);

    goOn.countDown();

    for (int i = 1; i <= 4; i++) {
      assertThat(((FillEvent) seen.next()).id()).isEqualTo(fills.get(i - 1));
    }
    assertThat(seen.next()).isEqualTo(Hole.Cause.OVERFLOW);
    for (int i = 5; i <= 9; i++) {
      assertThat(((FillEvent) seen.next()).id()).isEqualTo(fills.get(i - 1));
    }
    assertThat(seen.next()).isEqualTo(5);
    TradeId next = happenings.fill(A).trade();
    assertThat(((FillEvent) seen.next()).id()).isEqualTo(next);
    assertThat(subscription.statistics().dropped()).isEqualTo(5);
    assertThat(subscription.statistics().backfilled()).isEqualTo(5);
  }

  @Test
  void sendsSnapshotsAfterBookMessagesThatItLetGo() throws InterruptedException {
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of());
    stream.subscribe(
        StreamRequest.bookEvents(MarketSelection.of(A)).withCapacity(3), new Slow<BookEvent>());
    entered.await();
    for (int i = 1; i <= 10; i++) {
      happenings.delta(A, BookSide.BID, Price.ofCents(i), 100);
    }
    awaitFrames(12);

    goOn.countDown();

    assertThat(seen.next()).isInstanceOf(BookSnapshot.class);
    assertThat(seen.next()).isEqualTo(Hole.Cause.OVERFLOW);
    BookSnapshot fresh = (BookSnapshot) seen.next();
    assertThat(fresh.bids()).hasSize(11);
    happenings.delta(A, BookSide.BID, Price.ofCents(11), 100);
    assertThat(((BookDelta) seen.next()).sequence()).isEqualTo(fresh.sequence() + 1);
  }

  @Test
  void showsASlowHandlerTheNewestBook() throws InterruptedException {
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of());
    StreamSubscription subscription =
        stream.orderBook(
            A,
            book -> {
              hold();
              seen.add(book.toString());
            });
    entered.await();
    for (int i = 1; i <= 100; i++) {
      happenings.delta(A, BookSide.BID, Price.of("0.4000"), 100);
    }
    happenings.delta(A, BookSide.BID, Price.of("0.4100"), 100);
    happenings.delta(A, BookSide.ASK, Price.of("0.4200"), 100);
    awaitFrames(104);

    goOn.countDown();

    assertThat(seen.next()).isEqualTo(A + " bid 0.4000 ask none");
    assertThat(seen.next()).isEqualTo(A + " bid 0.4100 ask 0.4200");
    assertThat(subscription.statistics().delivered()).isEqualTo(2);
    assertThat(subscription.statistics().conflated()).isGreaterThan(90);
  }
}
