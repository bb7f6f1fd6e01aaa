package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.OrderBooks.Outcome;
import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes and replays what Kalshi's servers really sent. */
class RecordedStreamTest {
  private static final String MLB = "orderbook_mlb_2026-08-07.jsonl";
  private static final String BTC_OPEN = "ticker_orderbook_btc15m_open_2026-05-13.jsonl";
  private static final String BTC_CLOSE = "ticker_orderbook_btc15m_close_2026-05-13.jsonl";

  private final StreamDecoder decoder = new StreamDecoder();
  private final OrderBooks books = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orderbook_mlb_2026-08-07.jsonl | subscribed 1, orderbook_snapshot 12, ok 11, orderbook_delta 245
          ticker_orderbook_btc15m_close_2026-05-13.jsonl | orderbook_delta 428, ticker 11, orderbook_snapshot 1
          ticker_orderbook_btc15m_open_2026-05-13.jsonl | subscribed 2, ticker 8, orderbook_snapshot 1, orderbook_delta 489
          orderbook_transient_cross_2026-05-13.jsonl | orderbook_delta 66
          single_frames.jsonl | market_lifecycle_v2 1, trade 4, subscribed 3, error 1
          """)
  void decodesEveryRecordedFrame(String file, String counts) {
    Recordings.lines(file).forEach(decoder::decode);

    DecoderStatistics statistics = decoder.statistics();
    assertThat(shown(statistics.frames())).isEqualTo(new TreeSet<>(List.of(counts.split(", "))));
    assertThat(statistics.unknownTypes()).isEmpty();
    assertThat(statistics.unknownFields()).isEmpty();
    assertThat(statistics.failures()).isZero();
  }

  @Test
  void decodesTheFramesOfTheSameStreamInsideAnIndentedDocument() throws IOException {
    String document =
        Files.readString(
            SharedFolder.file("data/kalshi_api_json/aug2026/ws_orderbook_stream.json"));
    List<StreamEvent> indented =
        objectsUnder("\"frame\":", document).stream()
            .map(json -> decoder.decode(json.getBytes(StandardCharsets.UTF_8)))
            .toList();

    assertThat(indented).isEqualTo(Recordings.lines(MLB).stream().map(decoder::decode).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {MLB, BTC_OPEN, BTC_CLOSE})
  void readsEveryRecordedFrameOfTheFrequentKindsWithoutAnEvent(String file) {
    for (byte[] frame : Recordings.lines(file)) {
      StreamEvent event = decoder.read(frame, 0, frame.length);
      boolean frequent =
          event instanceof BookEvent || event instanceof Ticker || event instanceof PublicTrade;
      assertThat(frequent).as("%s", event).isFalse();
    }
  }

  @Test
  void keepsTwelveBooksOverOneSubscriptionWithoutAGap() {
    Map<Outcome, Integer> outcomes = replay(MLB);

    assertThat(outcomes)
        .isEqualTo(
            Map.of(Outcome.APPLIED_SNAPSHOT, 12, Outcome.APPLIED_DELTA, 245, Outcome.IGNORED, 12));
    assertThat(books.staleMarkets()).isEmpty();
    assertThat(books.gaps() + books.duplicates() + books.faults()).isZero();
  }

  @Test
  void showsTheTopThatTheTickerShows() {
    MarketTicker market = MarketTicker.of("KXBTC15M-26MAY131200-00");
    Map<Long, Set<Top>> topsByMillis = new HashMap<>();
    List<Ticker> tickers = new ArrayList<>();
    for (byte[] frame : Recordings.lines(BTC_OPEN)) {
      StreamEvent event = decoder.decode(frame);
      assertThat(books.apply(event)).isNotIn(Outcome.GAP, Outcome.FAULT, Outcome.DUPLICATE);
      if (event instanceof Ticker ticker && ticker.market().equals(market)) {
        tickers.add(ticker);
      } else if (event instanceof BookDelta delta) {
        LocalOrderBook book = books.book(market).orElseThrow();
        topsByMillis
            .computeIfAbsent(delta.exchangeMicros() / 1000, millis -> new HashSet<>())
            .add(topOf(book));
      }
    }

    assertThat(tickers).isNotEmpty();
    long compared =
        tickers.stream()
            .filter(ticker -> topsByMillis.containsKey(ticker.exchangeMillis()))
            .peek(ticker ->
                assertThat(topsByMillis.get(ticker.exchangeMillis())).contains(topOf(ticker)))
            .count();
    assertThat(compared).isPositive();
    LocalOrderBook book = books.book(market).orElseThrow();
    assertThat(book.isValid()).isTrue();
    assertThat(book.isCrossed() || book.isLocked()).isFalse();
  }

  @Test
  void dropsDeltasBeforeTheFirstSnapshotAndEndsWithAnEmptyBook() {
    Map<Outcome, Integer> outcomes = replay(BTC_CLOSE);

    assertThat(outcomes)
        .isEqualTo(
            Map.of(Outcome.STALE_DROPPED, 428, Outcome.APPLIED_SNAPSHOT, 1, Outcome.IGNORED, 11));
    LocalOrderBook book = books.book(MarketTicker.of("KXBTC15M-26MAY131145-45")).orElseThrow();
    assertThat(book.isValid()).isTrue();
    assertThat(book.depth(BookSide.BID) + book.depth(BookSide.ASK)).isZero();
  }

  @Test
  void readsATradeFromBeforeTheOutcomeFields() {
    var trade = (PublicTrade) decoder.decode(Recordings.lines("single_frames.jsonl").get(1));

    assertThat(trade.market()).isEqualTo(MarketTicker.of("KXBTCD-26MAR1213-T69499.99"));
    assertThat(trade.price()).isEqualTo(Price.of("0.89"));
    assertThat(trade.quantity()).isEqualTo(Quantity.ofContracts(3));
    assertThat(trade.exchangeMillis()).isEqualTo(1_773_331_880_000L);
  }

  private record Top(Price bid, Quantity bidQuantity, Price ask, Quantity askQuantity) {}

  private static Top topOf(LocalOrderBook book) {
    Price bid = book.bestBid().orElseThrow();
    Price ask = book.bestAsk().orElseThrow();
    return new Top(
        bid, book.quantityAt(BookSide.BID, bid), ask, book.quantityAt(BookSide.ASK, ask));
  }

  private static Top topOf(Ticker ticker) {
    return new Top(ticker.bid(), ticker.bidQuantity(), ticker.ask(), ticker.askQuantity());
  }

  private Map<Outcome, Integer> replay(String file) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (byte[] frame : Recordings.lines(file)) {
      outcomes.merge(books.apply(decoder.decode(frame)), 1, Integer::sum);
    }
    return outcomes;
  }

  private static TreeSet<String> shown(Map<String, Long> frames) {
    TreeSet<String> shown = new TreeSet<>();
    frames.forEach((type, count) -> shown.add(type + " " + count));
    return shown;
  }

  /** Returns the objects that follow a key, by counting braces; no string here holds one. */
  private static List<String> objectsUnder(String key, String document) {
    List<String> objects = new ArrayList<>();
    for (int at = document.indexOf(key); at >= 0; at = document.indexOf(key, at + 1)) {
      int start = document.indexOf('{', at);
      int depth = 0;
      int end = start;
      do {
        char c = document.charAt(end++);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      } while (depth > 0);
      objects.add(document.substring(start, end));
    }
    return objects;
  }
}
