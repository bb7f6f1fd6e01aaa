package io.github.kalshi4j.simulator.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.DecoderStatistics;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.life.Participants;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class NewsroomLaws {
  private static final Instant START = Instant.parse("2026-07-04T14:13:30Z");
  private static final Duration SPAN = Duration.ofSeconds(110);
  private static final UserId READER = Participants.SLOW_QUOTER;

  private record Line(String type, String body) {}

  /** Lets markets of two coins live around a close, in steps of random length. */
  private static List<Line> told(long seed, long stepSeed, Duration longest) {
    List<Line> told = new ArrayList<>();
    Message.Reader reader = new Message.Reader(READER, false);
    ManualTimeSource time = ManualTimeSource.at(START);
    try (Floor floor =
        new Floor(
            WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC, Coin.ETH)),
            seed,
            time,
            time)) {
      floor.listenWithin(world ->
          new Newsroom(message -> told.add(new Line(message.type(), message.body(reader))), world));
      SplittableRandom random = new SplittableRandom(stepSeed);
      Instant end = START.plus(SPAN);
      while (time.now().isBefore(end)) {
        long left = Duration.between(time.now(), end).toNanos() / 1_000;
        long step = Math.min(left, 1 + random.nextLong(longest.toNanos() / 1_000));
        time.advance(Duration.ofNanos(step * 1_000));
        floor.within(SimulatedWorld::timeMicros);
      }
    }
    return told;
  }

  @Property(tries = 3)
  void whatIsToldDoesNotDependOnHowTimePasses(@ForAll long seed, @ForAll long stepSeed) {
    List<Line> told = told(seed, stepSeed, Duration.ofMillis(40));
    assertThat(told).isNotEmpty().isEqualTo(told(seed, stepSeed, Duration.ofSeconds(20)));
  }

  @Property(tries = 3)
  void aTickerIsTheBookAtItsTime(@ForAll long seed) {
    Map<MarketTicker, Book> books = new HashMap<>();
    int tickers = 0;
    for (StreamEvent event : decoded(told(seed, seed, Duration.ofMillis(100)))) {
      if (event instanceof BookDelta delta) {
        books.computeIfAbsent(delta.market(), market -> new Book()).apply(delta);
      } else if (event instanceof Ticker ticker) {
        tickers++;
        Book book = books.computeIfAbsent(ticker.market(), market -> new Book());
        assertThat(ticker.bidQuantity()).isEqualTo(Book.quantity(book.bids));
        assertThat(ticker.askQuantity()).isEqualTo(Book.quantity(book.asks));
        assertThat(ticker.bid()).isEqualTo(Book.price(book.bids));
        assertThat(ticker.ask()).isEqualTo(Book.price(book.asks));
        if (!book.isPaid(ticker)) {
          assertThat(ticker.exchangeMillis()).isEqualTo(book.lastMicros / 1_000);
        }
      }
    }
    assertThat(tickers).isGreaterThan(100);
  }

  @Property(tries = 2)
  void theClientReadsAllThatIsTold(@ForAll long seed) {
    List<Line> told = told(seed, seed, Duration.ofSeconds(1));
    StreamDecoder decoder = new StreamDecoder();
    decoded(told, decoder);
    DecoderStatistics statistics = decoder.statistics();
    assertThat(statistics.unknownTypes()).isEmpty();
    assertThat(statistics.unknownFields()).isEmpty();
    assertThat(statistics.frames().keySet())
        .containsAll(told.stream().map(Line::type).distinct().toList())
        .contains("fill", "user_order", "market_position", "orderbook_snapshot");
  }

  private static List<StreamEvent> decoded(List<Line> told) {
    return decoded(told, new StreamDecoder());
  }

  private static List<StreamEvent> decoded(List<Line> told, StreamDecoder decoder) {
    List<StreamEvent> events = new ArrayList<>();
    for (Line line : told) {
      String frame =
          "{\"type\":\"" + line.type + "\",\"sid\":1,\"seq\":1,\"msg\":" + line.body + "}";
      events.add(decoder.decode(frame.getBytes(StandardCharsets.UTF_8)));
    }
    return events;
  }

  /** A book as it follows from its changes. */
  private static final class Book {
    final NavigableMap<Price, Long> bids = new TreeMap<>(Collections.reverseOrder());
    final NavigableMap<Price, Long> asks = new TreeMap<>();
    long lastMicros;

    void apply(BookDelta delta) {
      NavigableMap<Price, Long> side = delta.side() == BookSide.BID ? bids : asks;
      if (side.merge(delta.price(), delta.hundredths(), Long::sum) == 0) {
        side.remove(delta.price());
      }
      lastMicros = delta.exchangeMicros();
    }

    static @Nullable Price price(NavigableMap<Price, Long> side) {
      return side.isEmpty() ? null : side.firstKey();
    }

    static Quantity quantity(NavigableMap<Price, Long> side) {
      return Quantity.ofHundredths(side.isEmpty() ? 0 : side.firstEntry().getValue());
    }

    /** The payout changes the open interest, at a time of its own. */
    boolean isPaid(Ticker ticker) {
      return bids.isEmpty() && asks.isEmpty() && ticker.openInterest().isZero();
    }
  }
}
