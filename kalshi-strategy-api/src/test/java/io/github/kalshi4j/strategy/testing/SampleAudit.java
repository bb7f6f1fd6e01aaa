package io.github.kalshi4j.strategy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.Acknowledged;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads a generated stream as a client would, and checks on the way whatever must hold. */
final class SampleAudit {
  private final StreamDecoder decoder = new StreamDecoder(false);
  private final Map<MarketTicker, SampleMarket> markets = new HashMap<>();
  private final OrderBooks books;
  private final Deque<double[]> window = new ArrayDeque<>(); // time, gap, mid

  final Map<String, Integer> counts = new HashMap<>();
  final Map<MarketTicker, Integer> signals = new HashMap<>();
  int groupsOfMany;
  int crossedInside;
  private final Map<MarketTicker, Integer> snapshots = new HashMap<>();
  private MarketTicker current; // null before the first snapshot
  private boolean ended;
  private long groupMicros;
  private int groupSize;
  private long lastReceive;
  private long tickerMillis;
  private double lastSignal;

  SampleAudit(SampleMarkets sample) {
    for (SampleMarket market : sample.markets()) {
      markets.put(market.facts().ticker(), market);
    }
    books = new OrderBooks(ticker -> grid(ticker));
    for (SampleFrame frame : sample) {
      check(frame.receiveNanos() > lastReceive, "frames in order of arrival");
      lastReceive = frame.receiveNanos();
      StreamEvent event = decoder.decode(frame.json().getBytes(StandardCharsets.UTF_8));
      counts.merge(event.getClass().getSimpleName(), 1, Integer::sum);
      see(event);
    }
    assertThat(snapshots)
        .hasSameSizeAs(markets)
        .allSatisfy((market, n) -> assertThat(n).isEqualTo(2));
    assertThat(ended).isTrue();
    assertThat(books.gaps()).isZero();
    assertThat(books.duplicates()).isZero();
    assertThat(books.faults()).isZero();
    assertThat(books.staleDropped()).isZero();
    assertThat(books.staleMarkets()).isEmpty();
  }

  private PriceGrid grid(MarketTicker ticker) {
    return Objects.requireNonNull(markets.get(ticker)).facts().grid();
  }

  private void see(StreamEvent event) {
    if (event instanceof BookDelta delta && delta.exchangeMicros() == groupMicros) {
      groupSize++;
    } else if (event instanceof BookDelta || event instanceof BookSnapshot) {
      endGroup(event);
    }
    books.apply(event);
    switch (event) {
      case BookDelta delta -> {
        check(grid(delta.market()).contains(delta.price()), "price on the grid");
        long latency = lastReceive - delta.exchangeMicros() * 1000;
        check(latency >= 20_000_000 && latency <= 70_000_000, "latency");
        check(delta.exchangeMicros() / 1000 > tickerMillis, "ticker after its group");
        check(delta.market().equals(current), "one market at a time");
        check(!ended, "no change after the end of the book");
        if (book(delta.market()).isCrossed()) {
          crossedInside++;
        }
      }
      case BookSnapshot snapshot -> seeSnapshot(snapshot);
      case Ticker ticker -> seeTicker(ticker);
      case PublicTrade trade -> assertThat(grid(trade.market()).contains(trade.price())).isTrue();
      case Subscribed subscribed -> {}
      case Acknowledged acknowledged -> {}
      default -> throw new AssertionError("not expected in a sample: " + event);
    }
  }

  private void endGroup(StreamEvent next) {
    if (current != null) {
      LocalOrderBook book = book(current);
      check(!book.isCrossed() && !book.isLocked(), "uncrossed after a group");
      if (next instanceof BookSnapshot snapshot && snapshot.market().equals(current)) {
        assertThat(book.depth(BookSide.BID) + book.depth(BookSide.ASK))
            .as("levels at the end")
            .isZero();
      }
      watch(book);
    }
    if (groupSize > 1) {
      groupsOfMany++;
    }
    groupSize = 1;
    if (next instanceof BookDelta delta) {
      check(delta.exchangeMicros() / 1000 > groupMicros / 1000, "a millisecond for each command");
      groupMicros = delta.exchangeMicros();
    } else if (next instanceof BookSnapshot snapshot && !snapshot.market().equals(current)) {
      window.clear();
      lastSignal = 0;
    }
  }

  private void seeSnapshot(BookSnapshot snapshot) {
    if (snapshots.merge(snapshot.market(), 1, Integer::sum) == 1) {
      assertThat(current == null || ended).as("the book before has ended").isTrue();
      assertThat(snapshot.bids()).isNotEmpty();
      assertThat(snapshot.asks()).isNotEmpty();
      ended = false;
    } else {
      assertThat(snapshot.market()).isEqualTo(current);
      assertThat(snapshot.bids()).isEmpty();
      assertThat(snapshot.asks()).isEmpty();
      long afterClose =
          lastReceive / 1_000_000
              - Objects.requireNonNull(markets.get(current)).facts().closeTime().toEpochMilli();
      assertThat(afterClose).isBetween(5_020L, 8_100L);
      ended = true;
    }
    current = snapshot.market();
  }

  private void seeTicker(Ticker ticker) {
    LocalOrderBook book = book(ticker.market());
    assertThat(ticker.exchangeMillis()).isEqualTo(groupMicros / 1000);
    assertThat(Optional.ofNullable(ticker.bid())).isEqualTo(book.bestBid());
    assertThat(Optional.ofNullable(ticker.ask())).isEqualTo(book.bestAsk());
    if (ticker.bid() != null) {
      assertThat(ticker.bidQuantity()).isEqualTo(book.quantityAt(BookSide.BID, ticker.bid()));
    }
    if (ticker.ask() != null) {
      assertThat(ticker.askQuantity()).isEqualTo(book.quantityAt(BookSide.ASK, ticker.ask()));
    }
    tickerMillis = ticker.exchangeMillis();
  }

  /** Counts convergences: the gap 3 cents narrower and the mid 2 cents away within 5 seconds. */
  private void watch(LocalOrderBook book) {
    Optional<Price> bid = book.bestBid();
    Optional<Price> ask = book.bestAsk();
    if (bid.isEmpty() || ask.isEmpty()) {
      return;
    }
    double seconds = groupMicros / 1e6;
    double gap = ask.get().centicents() - bid.get().centicents();
    double mid = (ask.get().centicents() + bid.get().centicents()) / 2.0;
    window.addLast(new double[] {seconds, gap, mid});
    while (window.getFirst()[0] < seconds - 5) {
      window.removeFirst();
    }
    double[] oldest = window.getFirst();
    if (gap - oldest[1] <= -300 && Math.abs(mid - oldest[2]) >= 200 && seconds - lastSignal > 5) {
      signals.merge(book.market(), 1, Integer::sum);
      lastSignal = seconds;
    }
  }

  private LocalOrderBook book(MarketTicker market) {
    return books.book(market).orElseThrow();
  }

  /** Fails without the cost of an assertion for each of many frames. */
  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("does not hold: " + what);
    }
  }

  int count(Class<?> type) {
    return counts.getOrDefault(type.getSimpleName(), 0);
  }
}
