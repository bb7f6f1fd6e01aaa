package io.github.kalshi4j.client.testing.suite;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.stream.FrameTap;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamSuite;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which threads call handlers, observers and listeners, and what these may do. */
@Timeout(60)
public abstract class HandlerThreadsSuite extends StreamSuite {
  private final Seen<Object> seen = new Seen<>();

  private TradeId trade() {
    return happenings.trade(A, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
  }

  @Test
  void callsAHandlerOnAVirtualThreadOfItsOwnInOrderAndNeverTwiceAtOnce() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    Seen<Thread> threads = new Seen<>();
    Seen<Thread> others = new Seen<>();
    trades(trade -> {
      threads.add(Thread.currentThread());
      seen.add(inside.incrementAndGet());
      Thread.yield();
      seen.add(trade.id());
      inside.decrementAndGet();
    });
    trades(trade -> others.add(Thread.currentThread()));

    Thread first = null;
    for (int i = 0; i < 100; i++) {
      TradeId id = trade();
      assertThat(seen.next()).isEqualTo(1);
      assertThat(seen.next()).isEqualTo(id);
      Thread thread = threads.next();
      first = first == null ? thread : first;
      assertThat(thread).isSameAs(first);
    }
    assertThat(first.isVirtual()).isTrue();
    assertThat(first.getName()).isEqualTo("kalshi-stream-trade");
    assertThat(others.next()).isNotSameAs(first);
  }

  @Test
  void holdsUpNobodyElseWhileOneHandlerIsSlow() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    trades(trade -> {
      entered.countDown();
      goOn.await();
    });
    trades(trade -> seen.add(trade.id()));
    trade();
    entered.await();
    seen.next();

    TradeId second = trade();

    assertThat(seen.next()).isEqualTo(second);
    happenings.book(B, List.of(level("0.4000", "10.00")), List.of());
    stream.orderBook(B, book -> seen.add(book.market()));
    assertThat(seen.next()).isEqualTo(B);
    assertThat(stream.listSubscriptions()).hasSize(2);
    goOn.countDown();
  }

  /** A handler that may throw anything. */
  @FunctionalInterface
  private interface Throwing {
    void on(PublicTrade trade) throws Exception;
  }

  private StreamSubscription trades(Throwing handler) {
    return stream.subscribe(
        StreamRequest.trades(MarketSelection.of(A)).withoutBackfill(),
        trade -> {
          try {
            handler.on(trade);
          } catch (Exception e) {
            throw HandlerThreadsSuite.<RuntimeException>sneaky(e);
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> E sneaky(Exception e) throws E {
    throw (E) e;
  }

  @Test
  void handsOnTheNextEventWhateverAHandlerThrows() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    StreamSubscription subscription =
        trades(trade -> {
          switch (calls.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("on purpose");
            case 2 -> throw new AssertionError("on purpose");
            case 3 -> throw new IOException("on purpose");
            case 4 -> Thread.currentThread().interrupt();
            default -> seen.add(Thread.currentThread().isInterrupted());
          }
        });

    for (int i = 0; i < 5; i++) {
      trade();
    }

    assertThat(seen.next()).isEqualTo(false);
    assertThat(subscription.statistics().handlerFailures()).isEqualTo(3);
    assertThat(subscription.statistics().delivered()).isEqualTo(5);
  }

  @Test
  void showsTheNextBookWhateverAHandlerThrows() throws Exception {
    happenings.book(A, List.of(level("0.4000", "10.00")), List.of());
    AtomicInteger calls = new AtomicInteger();
    CountDownLatch failed = new CountDownLatch(1);
    StreamSubscription subscription =
        stream.orderBook(
            A,
            book -> {
              if (calls.incrementAndGet() == 1) {
                failed.countDown();
                throw new AssertionError("on purpose");
              }
              seen.add(book.toString());
            });
    failed.await();

    happenings.delta(A, BookSide.BID, Price.of("0.4100"), 100);

    assertThat(seen.next()).isEqualTo(A + " bid 0.4100 ask none");
    assertThat(subscription.statistics().handlerFailures()).isEqualTo(1);
  }

  @Test
  void takesCallsFromInsideAHandler() throws Exception {
    CompletableFuture<StreamSubscription> self = new CompletableFuture<>();
    self.complete(
        trades(trade -> {
          if (trade.market().equals(B)) {
            seen.add("of B");
            return;
          }
          get(self).addMarkets(B);
          StreamSubscription inner =
              stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), t -> {});
          seen.add(stream.listSubscriptions().size());
          inner.close();
          get(self).removeMarkets(A);
        }));

    trade();

    assertThat(seen.next()).isEqualTo(2);
    trade();
    happenings.trade(B, Price.of("0.4000"), Quantity.ofContracts(1), BookSide.BID);
    assertThat(seen.next()).isEqualTo("of B");
  }

  @Test
  void tellsObserversInOrderThoughOneThrowsAndOneIsSlow() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    stream.observe(state -> {
      throw new AssertionError("on purpose");
    });
    stream.observe(state -> {
      assertThat(Thread.currentThread().isVirtual()).isTrue();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      seen.add(state.getClass().getSimpleName());
    });

    trades(trade -> {});
    exchange.stream().awaitConnection().reset();
    exchange.stream().awaitConnection();
    goOn.countDown();

    for (String state :
        List.of("Idle", "Connecting", "Connected", "Disconnected", "Connecting", "Connected")) {
      assertThat(seen.next()).isEqualTo(state);
    }
    stream.close();
    assertThat(seen.next()).isEqualTo("Closed");
  }

  /** A listener that tells what it is told, and waits before it does so of an end. */
  private final class Teller implements FrameListener {
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public void onFrame(long receiveNanos, byte[] buffer, int offset, int length) {
      seen.add("frame");
    }

    @Override
    public void onConnected(long receiveNanos) {
      seen.add("connected");
    }

    @Override
    public void onDisconnected(long receiveNanos, String reason) {
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      seen.add("disconnected");
    }
  }

  @Test
  void tellsAListenerOfConnectionsAndFramesOneAfterTheOther() throws Exception {
    Teller teller = new Teller();
    stream.tap(teller);
    stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), ticker -> {});
    assertThat(seen.next()).isEqualTo("connected");
    assertThat(seen.next()).isEqualTo("frame");

    exchange.stream().awaitConnection().reset();
    FakeSocket second = exchange.stream().awaitConnection();
    second.awaitCommand("subscribe");
    assertThat(seen.isEmpty()).isTrue();
    teller.goOn.countDown();

    assertThat(seen.next()).isEqualTo("disconnected");
    assertThat(seen.next()).isEqualTo("connected");
    assertThat(seen.next()).isEqualTo("frame");
  }

  @Test
  void goesOnThoughAListenerThrows() throws Exception {
    stream.tap((nanos, buffer, offset, length) -> {
      throw new AssertionError("on purpose");
    });
    FrameTap tap = stream.tap((nanos, buffer, offset, length) -> seen.add("frame"));
    trades(trade -> seen.add(trade.id()));
    assertThat(seen.next()).isEqualTo("frame");

    TradeId id = trade();
    assertThat(seen.next()).isEqualTo("frame");
    assertThat(seen.next()).isEqualTo(id);
    tap.close();
    TradeId next = trade();

    assertThat(seen.next()).isEqualTo(next);
    assertThat(stream.statistics().connections()).isEqualTo(1);
  }
}
