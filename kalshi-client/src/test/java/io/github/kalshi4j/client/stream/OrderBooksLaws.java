package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.OrderBooks.Outcome;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Plays an exchange, loses, repeats and reorders its messages, and compares. */
class OrderBooksLaws {
  private static final int SID = 1;
  private static final List<MarketTicker> MARKETS =
      List.of(MarketTicker.of("A"), MarketTicker.of("B"), MarketTicker.of("C"));

  /** One market's levels by side, best first. */
  private static final class Truth {
    private final Map<BookSide, TreeMap<Price, Long>> sides = new EnumMap<>(BookSide.class);

    Truth() {
      sides.put(BookSide.BID, new TreeMap<>(Comparator.reverseOrder()));
      sides.put(BookSide.ASK, new TreeMap<>());
    }

    List<Level> levels(BookSide side) {
      List<Level> levels = new ArrayList<>();
      sides
          .get(side)
          .forEach((price, count) -> levels.add(new Level(price, Quantity.ofHundredths(count))));
      return levels;
    }
  }

  /** A frame and what the books are after it. */
  private record Sent(
      StreamEvent event, long sequence, Map<MarketTicker, List<List<Level>>> after) {}

  private static final class Exchange {
    private final Random random;
    private final Map<MarketTicker, Truth> truths = new HashMap<>();
    private long sequence;

    Exchange(Random random) {
      this.random = random;
      MARKETS.forEach(market -> truths.put(market, new Truth()));
    }

    List<Sent> play(int frames) {
      List<Sent> sent = new ArrayList<>();
      for (MarketTicker market : MARKETS) {
        sent.add(frame(snapshot(market)));
      }
      while (sent.size() < frames) {
        int kind = random.nextInt(12);
        MarketTicker market = MARKETS.get(random.nextInt(MARKETS.size()));
        sent.add(
            frame(
                switch (kind) {
                  case 0 -> snapshot(market);
                  case 1 ->
                      new Acknowledged(
                          9, SID, ++sequence, List.of(), List.of(), List.of(), List.of());
                  default -> delta(market);
                }));
      }
      for (MarketTicker market : MARKETS) {
        sent.add(frame(snapshot(market)));
      }
      return sent;
    }

    private BookSnapshot snapshot(MarketTicker market) {
      Truth truth = truths.get(market);
      return new BookSnapshot(
          0, SID, ++sequence, market, truth.levels(BookSide.BID), truth.levels(BookSide.ASK));
    }

    private BookDelta delta(MarketTicker market) {
      BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
      TreeMap<Price, Long> levels = truths.get(market).sides.get(side);
      long step = random.nextInt(20) == 0 ? 1 : 1000;
      Price price = Price.ofCenticents((1 + random.nextInt(9)) * step);
      long old = levels.getOrDefault(price, 0L);
      long change = old > 0 && random.nextBoolean() ? -old : 1 + random.nextInt(500);
      if (old + change == 0) {
        levels.remove(price);
      } else {
        levels.put(price, old + change);
      }
      return new BookDelta(SID, ++sequence, market, side, price, change, sequence, null, null);
    }

    private Sent frame(StreamEvent event) {
      Map<MarketTicker, List<List<Level>>> after = new HashMap<>();
      truths.forEach((market, truth) ->
          after.put(market, List.of(truth.levels(BookSide.BID), truth.levels(BookSide.ASK))));
      return new Sent(event, sequence, after);
    }
  }

  @Property(tries = 150)
  void aBookIsWhatTheExchangeHasOrStale(
      @ForAll Random random, @ForAll @IntRange(max = 30) int percentLost) {
    List<Sent> sent = new Exchange(random).play(120);
    List<Sent> received = disturb(sent, random, percentLost);
    OrderBooks books = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());
    books.apply(new Subscribed(1, "orderbook_delta", SID));
    long last = 0;
    long duplicates = 0;
    long gaps = 0;
    long missed = 0;
    for (Sent frame : received) {
      Outcome outcome = books.apply(frame.event);

      assertThat(outcome).isNotEqualTo(Outcome.FAULT);
      if (frame.sequence <= last) {
        duplicates++;
        assertThat(outcome).isEqualTo(Outcome.DUPLICATE);
      } else {
        if (frame.sequence > last + 1) {
          gaps++;
          missed += frame.sequence - last - 1;
          assertThat(outcome).isEqualTo(Outcome.GAP);
        }
        last = frame.sequence;
        assertBooksAreTrueOrStale(books, frame);
      }
    }
    assertThat(books.duplicates()).isEqualTo(duplicates);
    assertThat(books.gaps()).isEqualTo(gaps);
    assertThat(books.missedNumbers()).isEqualTo(missed);
  }

  @Property(tries = 50)
  void anUndisturbedStreamLeavesEveryBookValidAllTheWay(@ForAll Random random) {
    OrderBooks books = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());
    books.apply(new Subscribed(1, "orderbook_delta", SID));
    for (Sent frame : new Exchange(random).play(150)) {
      books.apply(frame.event);
      assertThat(books.staleMarkets()).isEmpty();
      assertBooksAreTrueOrStale(books, frame);
    }
    assertThat(books.gaps()).isZero();
  }

  @Property(tries = 50)
  void newSnapshotsRepairWhateverWasLost(@ForAll Random random) {
    Exchange exchange = new Exchange(random);
    OrderBooks books = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());
    books.apply(new Subscribed(1, "orderbook_delta", SID));
    disturb(exchange.play(100), random, 20).forEach(frame -> books.apply(frame.event));

    Sent latest = null;
    for (MarketTicker market : MARKETS) {
      latest = exchange.frame(exchange.snapshot(market));
      books.apply(latest.event);
    }

    // The first of them may have revealed one more gap, but it makes its own book valid.
    assertThat(books.staleMarkets()).isEmpty();
    assertBooksAreTrueOrStale(books, latest);
  }

  private static void assertBooksAreTrueOrStale(OrderBooks books, Sent frame) {
    for (MarketTicker market : MARKETS) {
      LocalOrderBook book = books.find(market);
      if (book != null && book.isValid()) {
        List<List<Level>> truth = frame.after.get(market);
        for (BookSide side : BookSide.values()) {
          List<Level> levels = truth.get(side.ordinal());
          assertThat(book.levels(side, Integer.MAX_VALUE)).isEqualTo(levels);
          assertThat(book.best(side).orElse(null))
              .isEqualTo(levels.isEmpty() ? null : levels.getFirst().price());
        }
      }
    }
  }

  /** Loses frames, sends some twice, and some later than they should be. */
  private static List<Sent> disturb(List<Sent> sent, Random random, int percentLost) {
    List<Sent> received = new ArrayList<>();
    for (Sent frame : sent) {
      if (random.nextInt(100) >= percentLost) {
        received.add(frame);
        if (random.nextInt(20) == 0) {
          received.add(frame);
        }
      }
    }
    for (int i = 0; i + 3 < received.size(); i++) {
      if (random.nextInt(40) == 0) {
        received.add(i + 2, received.remove(i));
      }
    }
    return received;
  }
}
